//! Homes in Buenos Aires.

mod carolina;
mod horacio;

use chrono_tz::Tz;

use super::Town;

pub const TOWN: Town = Town {
    name: "Buenos Aires",
    country: "AR",
    currency: "ARS",
    timezone: Tz::America__Argentina__Buenos_Aires,
    centre: (-34.6131, -58.3772),
    neighbourhoods: &[
        ("San Telmo", -34.6210, -58.3720),
        ("Palermo", -34.5880, -58.4300),
        ("Almagro", -34.6080, -58.4210),
        ("La Boca", -34.6345, -58.3631),
        ("Recoleta", -34.5875, -58.3930),
        ("Colegiales", -34.5740, -58.4490),
        ("Delta del Tigre", -34.4120, -58.5620),
    ],
    busy: [58, 60, 66, 62, 54, 46, 56, 48, 58, 66, 72, 64],
    homes: &[
        horacio::CLOCK_FLAT,
        horacio::CONVENTILLO_ROOM,
        horacio::CORRUGATED_HOUSE,
        horacio::ALMAGRO_MILONGA,
        horacio::QUINTANA_SALON,
        carolina::STILT_HOUSE,
        carolina::GLASS_KITCHEN,
        carolina::RUSSEL_PASSAGE,
        carolina::ISLAND_TENT_ROOM,
    ],
};
