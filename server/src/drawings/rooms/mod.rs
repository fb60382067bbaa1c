//! Inside: which room a picture shows, put together from a kit.

mod bath;
mod beds;
mod kitchen;
mod living;
mod open;
mod room;
mod seats;
mod small;
mod steam;
mod walls;
mod work;

use super::{
    canvas::Canvas,
    home::Scene,
    spec::{Spec, View},
};
use room::Room;

/// Paints the room that the spec names.
pub fn paint(canvas: &mut Canvas, scene: &Scene, spec: &Spec) {
    let chance = &scene.home.chance(23 + spec.view as u64);
    if chance.happens(0.5) {
        canvas.mirror();
    }
    match spec.view {
        View::Balcony => return open::balcony(canvas, scene, chance),
        View::Garden => return open::garden(canvas, scene, chance),
        View::Pool => return open::pool(canvas, scene, chance),
        View::Outlook => return open::outlook(canvas, scene, chance),
        View::Sauna => return steam::sauna(canvas, scene, chance),
        _ => {}
    }
    let room = Room::new(scene, chance);
    match spec.view {
        View::Studio => living::studio(canvas, scene, &room, spec.beds),
        View::Bedroom | View::Second | View::Bunks => {
            beds::bedroom(canvas, scene, &room, spec.beds)
        }
        View::Kitchen => kitchen::kitchen(canvas, scene, &room),
        View::Dining => kitchen::dining(canvas, scene, &room),
        View::Bath => bath::bath(canvas, scene, &room),
        View::Desk => work::desk(canvas, scene, &room),
        View::Fireside => living::fireside(canvas, scene, &room),
        _ => living::living(canvas, scene, &room),
    }
    room.dim(canvas, scene);
}
