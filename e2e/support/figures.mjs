// Prints measured figures as a table, and remembers which are over their budget.
export class Figures {
  rows = [];
  checked = 0;

  /** `limit` is the most that is allowed; without one the figure is only reported. */
  add(name, value, unit, limit) {
    this.rows.push({ name, value: Number(value.toFixed(2)), unit, limit });
  }

  print() {
    console.log('┌ figures');
    for (const { name, value, unit, limit } of this.rows) {
      const budget = limit === undefined ? 'reported' : `≤ ${limit}`;
      console.log(`│ ${name.padEnd(52)} ${String(value).padStart(9)} ${unit.padEnd(6)} ${budget}`);
    }
    console.log('└');
  }

  /** What was added since the last call and is over its budget. */
  over() {
    const added = this.rows.slice(this.checked);
    this.checked = this.rows.length;
    return added.filter(({ value, limit }) => limit !== undefined && value > limit).map(({ name, value, limit }) => `${name}: ${value} > ${limit}`);
  }
}
