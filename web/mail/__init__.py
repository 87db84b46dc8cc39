"""Mail: what each kind says in the reader's language, and the way out by SMTP."""
