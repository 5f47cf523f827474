
/* Sorts and filters the findings. The page is complete without it. */
(() => {
  'use strict';
  const tables = [...document.querySelectorAll('table.findings')];
  const collator = new Intl.Collator('en', { numeric: true });

  const key = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.sort ?? cell.textContent.trim();
  };
  const compare = (a, b) => {
    const difference = Number(a) - Number(b);
    return Number.isNaN(difference) ? collator.compare(a, b) : difference;
  };
  const sort = (table, column, direction) => {
    const body = table.tBodies[0];
    [...body.rows]
      .sort((a, b) => direction * compare(key(a, column), key(b, column)))
      .forEach(row => body.append(row));
  };
  const makeSortable = table => {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = head.textContent;
      button.addEventListener('click', () => {
        const ascending = head.getAttribute('aria-sort') !== 'ascending';
        heads.forEach(other => other.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
        sort(table, column, ascending ? 1 : -1);
      });
      head.replaceChildren(button);
    });
  };

  const text = document.getElementById('finding-text');
  const severity = document.getElementById('finding-severity');
  const count = document.getElementById('finding-count');
  const filter = () => {
    const wanted = text.value.trim().toLowerCase();
    let shown = 0;
    let all = 0;
    tables.forEach(table => {
      let left = 0;
      [...table.tBodies[0].rows].forEach(row => {
        const wrongSeverity = severity.value !== '' ? row.dataset.severity !== severity.value : false;
        const wrongText = wanted !== '' ? !row.textContent.toLowerCase().includes(wanted) : false;
        row.hidden = wrongSeverity || wrongText;
        left += row.hidden ? 0 : 1;
        all += 1;
      });
      table.closest('.group').hidden = left === 0;
      shown += left;
    });
    count.textContent = shown === all ? '' : shown + ' of ' + all + ' listed findings match';
  };

  if (tables.length > 0) {
    tables.forEach(makeSortable);
    text.addEventListener('input', filter);
    severity.addEventListener('change', filter);
    document.getElementById('finding-tools').hidden = false;
  }

  let opened = [];
  window.addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details:not([open])')];
    opened.forEach(details => { details.open = true; });
  });
  window.addEventListener('afterprint', () => {
    opened.forEach(details => { details.open = false; });
  });
})();
