'use strict';
/* Sorts the list of articles by the column whose head is pressed; pressed again, the other way round. */
(() => {
  const table = document.querySelector('.index table');
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const number = (cell) => (cell.dataset.value === undefined ? NaN : Number(cell.dataset.value));
  const words = (cell) => cell.textContent.trim();

  function sort(column, descending) {
    const numeric = rows.every((row) => !Number.isNaN(number(row.cells[column])));
    const compare = numeric
      ? (a, b) => number(a.cells[column]) - number(b.cells[column])
      : (a, b) => words(a.cells[column]).localeCompare(words(b.cells[column]));
    body.append(...[...rows].sort((a, b) => (descending ? compare(b, a) : compare(a, b))));
    heads.forEach((head, i) => {
      if (i === column) head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    });
  }

  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener('click', () => {
      const before = head.getAttribute('aria-sort');
      sort(column, before ? before === 'ascending' : column > 0);
    });
  });
})();
