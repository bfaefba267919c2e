// Translators and extensions move and replace text nodes that React believes to be where it put
// them. Then React fails ("removeChild: not a child of this node") and stops, or writes into a node
// that is no longer on the page: the old headline outlives its figure. Here both find their way.
"use strict";

{
  const standIns = new WeakMap(); // a text node taken off the page -> what stands in its place

  function place(record) {
    const added = [...record.addedNodes].find((node) => node.isConnected);
    // Put in before the text was taken out, it stands beside where the text was.
    const beside = [record.previousSibling, record.nextSibling].find(
      (node) => node?.nodeType === Node.ELEMENT_NODE && node.tagName === "FONT");
    return added ?? beside;
  }

  function note(records) {
    for (const record of records) {
      for (const node of record.removedNodes) {
        if (node.nodeType === Node.TEXT_NODE && !node.isConnected) {
          const other = place(record);
          if (other) standIns.set(node, other);
        }
      }
    }
  }
  const watch = new MutationObserver(note);
  watch.observe(document, { subtree: true, childList: true });

  // What stands, directly in `parent`, for a node that React left there: itself, what it was
  // wrapped in, or what took its place.
  function standIn(parent, node) {
    note(watch.takeRecords());
    let found = parent.contains(node) ? node : standIns.get(node);
    while (found && found.parentNode !== parent) found = found.parentNode;
    return found ?? null;
  }

  const remove = Node.prototype.removeChild;
  Node.prototype.removeChild = function removeChild(node) {
    if (node.parentNode === this) return remove.call(this, node);
    const found = standIn(this, node);
    if (found) remove.call(this, found);
    return node;
  };

  const insert = Node.prototype.insertBefore;
  Node.prototype.insertBefore = function insertBefore(node, before) {
    if (!before || before.parentNode === this) return insert.call(this, node, before);
    return insert.call(this, node, standIn(this, before));
  };

  // New words for a text that was taken off the page: it comes back with them.
  const value = Object.getOwnPropertyDescriptor(Node.prototype, "nodeValue");
  Object.defineProperty(Node.prototype, "nodeValue", {
    ...value,
    set(text) {
      if (this.nodeType === Node.TEXT_NODE && !this.isConnected) {
        note(watch.takeRecords());
        const other = standIns.get(this);
        if (other?.isConnected) other.replaceWith(this);
        standIns.delete(this);
      }
      value.set.call(this, text);
    },
  });
}
