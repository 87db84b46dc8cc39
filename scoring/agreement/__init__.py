"""How far raters agree: Krippendorff's alpha, intraclass correlations, kappa, and how many raters it takes."""
