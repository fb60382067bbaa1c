//! Our session store for tower-sessions.
