//! The summary file, which lacks most columns.

use server::imports::inside_airbnb::Kind;

use super::*;

stories! {
    async fn a_summary_file_lands_with_stated_defaults(state: TestState) {
        let report = imported(&state, "summary.csv").await;
        assert_eq!((report.kind, report.rows, report.written.added), (Kind::Summary, 4, 3));
        assert_eq!((report.place.as_str(), report.currency), ("Kyoto, Japan", "JPY"));
        let machiya = home(&state, "202").await;
        assert_eq!(machiya.title, "Machiya \"Hana\", with a garden");
        assert_eq!((machiya.capacity, machiya.bedrooms, machiya.beds, machiya.half_baths), (2, 1, 1, 2));
        assert_eq!((machiya.kind.as_str(), machiya.property.as_str()), ("private_room", "other"));
        assert_eq!((machiya.description.as_str(), machiya.timezone.as_str()), ("", "Asia/Tokyo"));
        let dormitory = home(&state, "203").await;
        assert_eq!((dormitory.capacity, dormitory.min_nights, dormitory.neighbourhood_id), (1, 1, None));
        assert_eq!((dormitory.source_rating, dormitory.source_review_count), (None, 4));
        assert!(offers(&state).await.is_empty());
    }

    async fn yen_have_no_decimals(state: TestState) {
        imported(&state, "summary.csv").await;
        let machiya = home(&state, "202").await;
        assert!(machiya.pricing.contains("\"nightly\":9500"), "{}", machiya.pricing);
    }

    async fn facts_in_the_name_are_taken_out_of_it(state: TestState) {
        imported(&state, "summary.csv").await;
        let unit = home(&state, "201").await;
        assert_eq!((unit.title.as_str(), unit.property.as_str()), ("Rental unit in Kyoto", "apartment"));
        assert_eq!((unit.source_rating, unit.bedrooms, unit.beds, unit.half_baths), (Some(471), 2, 3, 3));
        assert_eq!((unit.host_name.as_deref(), unit.registration.as_deref()), (Some("佐々木"), Some("M260012345")));
    }
}
