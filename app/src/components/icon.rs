//! One family of icons, drawn for us on a 24-pixel grid with round 1.75-pixel strokes.

use leptos::prelude::*;

/// The shapes there are; a page names one, never a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    Alert,
    ArrowLeft,
    ArrowRight,
    Calendar,
    Check,
    ChevronDown,
    Close,
    Clock,
    Filter,
    Home,
    Info,
    Key,
    Lock,
    Move,
    Pictures,
    Pin,
    Print,
    Search,
    Star,
    Suitcase,
    User,
}

impl Icon {
    /// Every one, for the style guide.
    pub const ALL: &[Icon] = &[
        Icon::Alert,
        Icon::ArrowLeft,
        Icon::ArrowRight,
        Icon::Calendar,
        Icon::Check,
        Icon::ChevronDown,
        Icon::Close,
        Icon::Clock,
        Icon::Filter,
        Icon::Home,
        Icon::Info,
        Icon::Key,
        Icon::Lock,
        Icon::Pictures,
        Icon::Pin,
        Icon::Print,
        Icon::Search,
        Icon::Star,
        Icon::Suitcase,
        Icon::User,
    ];

    fn shape(self) -> &'static str {
        match self {
            Icon::Alert => r#"<circle cx="12" cy="12" r="9"/><path d="M12 7.5v5.5M12 16.4v.1"/>"#,
            Icon::ArrowLeft => r#"<path d="M19 12H5.5M11 6l-6 6 6 6"/>"#,
            Icon::ArrowRight => r#"<path d="M5 12h13.5M13 6l6 6-6 6"/>"#,
            Icon::Calendar => {
                r#"<rect x="4" y="5.5" width="16" height="14.5" rx="2.5"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4"/>"#
            }
            Icon::Check => r#"<path d="m5 12.5 4.5 4.5L19 7.5"/>"#,
            Icon::ChevronDown => r#"<path d="m6.5 9.5 5.5 5.5 5.5-5.5"/>"#,
            Icon::Close => r#"<path d="M6 6l12 12M18 6 6 18"/>"#,
            Icon::Clock => r#"<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>"#,
            Icon::Filter => {
                r#"<path d="M4 7h9M19 7h1M4 17h1M11 17h9"/><circle cx="16" cy="7" r="2.5"/><circle cx="8" cy="17" r="2.5"/>"#
            }
            Icon::Home => r#"<path d="M4 11.5 12 5l8 6.5M6.5 10v9.5h11V10M10.5 19.5V14h3v5.5"/>"#,
            Icon::Info => r#"<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.5v.1"/>"#,
            Icon::Key => {
                r#"<circle cx="8" cy="15.5" r="3.5"/><path d="m10.5 13 8-8M15 8.5l2.5 2.5"/>"#
            }
            Icon::Lock => {
                r#"<rect x="5.5" y="11" width="13" height="9" rx="2.5"/><path d="M8.5 11V8a3.5 3.5 0 0 1 7 0v3"/>"#
            }
            Icon::Move => {
                r#"<path d="M12 4v16M4 12h16M9.5 6.5 12 4l2.5 2.5M9.5 17.5 12 20l2.5-2.5M6.5 9.5 4 12l2.5 2.5M17.5 9.5 20 12l-2.5 2.5"/>"#
            }
            Icon::Pictures => {
                r#"<rect x="3.5" y="3.5" width="7" height="7" rx="1.5"/><rect x="13.5" y="3.5" width="7" height="7" rx="1.5"/><rect x="3.5" y="13.5" width="7" height="7" rx="1.5"/><rect x="13.5" y="13.5" width="7" height="7" rx="1.5"/>"#
            }
            Icon::Pin => {
                r#"<path d="M12 21c4-4.6 6.5-7.8 6.5-11A6.5 6.5 0 0 0 5.5 10c0 3.2 2.5 6.4 6.5 11Z"/><circle cx="12" cy="10" r="2.25"/>"#
            }
            Icon::Print => {
                r#"<path d="M7.5 9V4h9v5M7.5 16H5a1 1 0 0 1-1-1v-5a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1h-2.5"/><path d="M7.5 13.5h9V20h-9z"/>"#
            }
            Icon::Search => r#"<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5 5"/>"#,
            Icon::Star => {
                r#"<path fill="currentColor" stroke="none" d="M12 3.3 14.6 9l6.2.7-4.6 4.2 1.3 6.1L12 16.9 6.5 20l1.3-6.1-4.6-4.2L9.4 9Z"/>"#
            }
            Icon::Suitcase => {
                r#"<rect x="4" y="8" width="16" height="11.5" rx="2.5"/><path d="M9 8V5.5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1V8M4 13h16"/>"#
            }
            Icon::User => {
                r#"<circle cx="12" cy="8.5" r="4"/><path d="M4.5 20c.9-3.6 3.8-5.5 7.5-5.5s6.6 1.9 7.5 5.5"/>"#
            }
        }
    }
}

/// The icon as decoration: words beside it, or the label of its button, say what it means.
pub fn icon(icon: Icon) -> AnyView {
    stroked(icon.shape())
}

/// A shape of ours in the family's grid and stroke.
pub(super) fn stroked(shape: &'static str) -> AnyView {
    view! {
        <svg
            class="icon"
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            stroke-width="1.75"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true"
            inner_html=shape
        ></svg>
    }
    .into_any()
}
