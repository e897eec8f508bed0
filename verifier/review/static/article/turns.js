// One after the other, so that keys pressed fast are decided in their order. A key moves on at once; what could not be
// saved is told, and comes back. What is decided is what stood there when it was pressed, whatever is written since.

export const presses = []; // those that the desk has not answered yet, in their order
export const decided = (card) => presses.findLast((one) => one.card === card)?.state ?? card.dataset.state;

let last = Promise.resolve();
const go = (work) => last.then(work, work); // what broke is no reason to leave what was pressed after it undone

export function inTurn(work, after = () => {}) {
  last = go(work).finally(after);
}

export function whenAnswered(act) {
  go(act);
}
