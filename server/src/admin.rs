//! What the operator does from the command line: granting and revoking administration.
