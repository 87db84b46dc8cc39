"""What the API is asked and what it tells, a file per subject; the OpenAPI document is made from these."""
