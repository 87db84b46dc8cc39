"""Results in spreadsheets and on paper: tables as CSV and XLSX without live formulas, pages as PDF."""
