import type { ComponentChildren } from 'preact';
import { visible } from './hostile.ts';

/** One thing that is known, in a table of evidence. */
export function Row({ name, children }: { readonly name: ComponentChildren; readonly children: ComponentChildren }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{children}</td>
    </tr>
  );
}

/** The table of what stands behind a line. */
export function Table({ children }: { readonly children: ComponentChildren }) {
  return (
    <table class="evidence-table">
      <tbody>{children}</tbody>
    </table>
  );
}

/** The very value that is the evidence. */
export function Marker({ value }: { readonly value: string }) {
  return (
    <mark>
      <bdi>{visible(value)}</bdi>
    </mark>
  );
}
