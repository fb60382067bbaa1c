//! The people of stories: the demo's cast, and whoever else a story calls by name.

use domain::places::fold;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use server::{accounts::Actor, entities::users, seed::cast};
use uuid::Uuid;

use super::TestState;

impl TestState {
    /// A host by first name; the same person each time.
    pub async fn host(&self, first_name: &str) -> Actor {
        self.person(first_name).await
    }

    /// A guest by first name; the same person each time.
    pub async fn guest(&self, first_name: &str) -> Actor {
        self.person(first_name).await
    }

    async fn person(&self, first_name: &str) -> Actor {
        let known = cast::HOSTS
            .iter()
            .chain(&cast::GUESTS)
            .find(|person| person.first_name == first_name);
        let email = known.map_or_else(
            || format!("{}@example.com", fold(first_name)),
            |person| person.email.into(),
        );
        let last_name = known.map_or("Fraser", |person| person.last_name);
        let found = users::Entity::find()
            .filter(users::Column::Email.eq(&email))
            .one(self.db())
            .await
            .expect("a look");
        let user = match found {
            Some(user) => user,
            None => {
                self.newcomer(
                    known.map(|person| person.id()),
                    first_name,
                    last_name,
                    email,
                )
                .await
            }
        };
        Actor {
            user_id: user.id,
            first_name: user.first_name,
            is_admin: user.is_admin,
        }
    }

    async fn newcomer(
        &self,
        id: Option<Uuid>,
        first_name: &str,
        last_name: &str,
        email: String,
    ) -> users::Model {
        let user = users::ActiveModel {
            id: Set(id.unwrap_or_else(Uuid::new_v4)),
            email: Set(email),
            // Nobody logs in with this: stories about passwords sign up.
            password_hash: Set("!".into()),
            first_name: Set(first_name.into()),
            last_name: Set(last_name.into()),
            phone: Set(None),
            home_location: Set(None),
            about: Set(None),
            is_admin: Set(false),
            is_demo: Set(false),
            version: Set(1),
            created_at: Set(self.now()),
            updated_at: Set(self.now()),
            archived_at: Set(None),
            email_confirmed_at: Set(None),
            token_version: Set(0),
            banned_at: Set(None),
            imported_at: Set(None),
        };
        user.insert(self.db()).await.expect("a new person")
    }
}
