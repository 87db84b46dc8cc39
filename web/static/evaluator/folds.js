// What she folded away stays folded from one response to the next; on a narrow screen the guide begins folded.
const oneColumn = matchMedia("(max-width: 55.99rem)");
const folds = new Map();

export function keepFolds(sheet) {
  for (const fold of sheet.querySelectorAll("details[data-fold]")) {
    const name = fold.dataset.fold;
    if (folds.has(name)) fold.open = folds.get(name);
    else if (oneColumn.matches) fold.open = false;
    // A click, not the toggle: that one also comes late for what the lines above have done.
    fold.querySelector("summary").addEventListener("click", () => folds.set(name, !fold.open));
  }
}
