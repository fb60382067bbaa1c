//! `hbnb admin`

use server::admin;

use crate::{
    Failure,
    cli::{AdminArgs, AdminChange},
    config::Config,
    context,
};

pub async fn run(config: Config, args: AdminArgs) -> Result<(), Failure> {
    let ctx = context::open(&config).await?;
    match args.change {
        AdminChange::Grant { email } => {
            admin::grant(&ctx, &email).await?;
            println!("{email} administers the site from the next request on.");
        }
        AdminChange::Revoke { email } => {
            admin::revoke(&ctx, &email).await?;
            println!("{email} no longer administers the site.");
        }
    }
    Ok(())
}
