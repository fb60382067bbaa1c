//! Holding, paying for, releasing and looking at stays.
