/* A ring is held to the screen. How large a millimetre is there, a bank card tells; nothing of it is kept. */
for (const sizer of document.querySelectorAll("[data-sizer]")) {
  const scale = sizer.querySelector("[data-sizer-scale]");
  const size = sizer.querySelector("[data-sizer-size]");

  // Phones show a millimetre in some six pixels of theirs, other screens in the four of CSS.
  if (matchMedia("(pointer: coarse)").matches) scale.value = 6;

  const draw = () => {
    sizer.style.setProperty("--mm", `${scale.value}px`);
    sizer.style.setProperty("--size", size.value);
  };

  const turn = ({ sizerTurn, by }) => {
    if (sizerTurn === "scale") Number(by) > 0 ? scale.stepUp() : scale.stepDown();
    else size.selectedIndex = Math.min(Math.max(size.selectedIndex + Number(by), 0), size.length - 1);
    draw();
  };

  const use = ({ sizerFills }) => {
    const field = document.getElementById(sizerFills);
    field.value = size.value;
    field.focus();
  };

  sizer.addEventListener("input", draw);
  sizer.addEventListener("click", ({ target }) => {
    const { dataset } = target.closest("button") ?? target;
    if (dataset.sizerTurn) turn(dataset);
    if (dataset.sizerFills) use(dataset);
  });

  draw();
  sizer.hidden = false;
  sizer.previousElementSibling.hidden = true;
}

for (const button of document.querySelectorAll("[data-sizer-print]")) {
  button.addEventListener("click", () => print());
  button.hidden = false;
}
