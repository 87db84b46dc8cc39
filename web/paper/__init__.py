"""Results on paper and in spreadsheets: tables as CSV and XLSX without live formulas, pages as PDF."""
