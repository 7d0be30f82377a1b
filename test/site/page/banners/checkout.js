// What is to be paid for, always in sight.
const bar = document.createElement('div');
bar.style = 'position: sticky; top: 0; padding: 1em; background: white';
bar.innerHTML = '<p>59.90 € with shipping. By paying you accept our terms.</p><button>Pay now</button>';
document.body.prepend(bar);
