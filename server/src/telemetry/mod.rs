//! Counting statements, and what is logged.
