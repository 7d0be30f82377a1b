/** The product's sign, a name badge that bears a number sign, on whole pixels of a grid of 16. */
export function Brand() {
  return (
    <svg class="brand" viewBox="0 0 16 16" aria-hidden="true">
      <path
        fill="#2a8d9c"
        fill-rule="evenodd"
        d="M4 0h8a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H4a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3zm2.5 1a.5.5 0 0 0 0 1h3a.5.5 0 0 0 0-1z"
      />
      <g fill="#fff">
        <rect x="5" y="4" width="2" height="10" rx="0.5" />
        <rect x="9" y="4" width="2" height="10" rx="0.5" />
        <rect x="3" y="6" width="10" height="2" rx="0.5" />
        <rect x="3" y="10" width="10" height="2" rx="0.5" />
      </g>
    </svg>
  );
}
