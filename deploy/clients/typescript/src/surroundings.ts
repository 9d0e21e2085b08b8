/** What whoever starts these tests tells of the running suite. */
export function told(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} must be set; deploy/acceptance does so. See README.md.`);
  return value;
}

/** A day of the calendar of the suite (Asia/Shanghai), so many days ago. */
export function daysAgo(days: number): Date {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
  return new Date(Date.parse(today) - days * 86_400_000);
}
