// Charts: values, labels, axes and every text come from the server in data-values; colours are tokens
// of the stylesheet, read again when the theme changes. Drawn on canvas: SVG would need inline styles.
(() => {
  const root = document.documentElement;
  const drawn = new Map();
  const probe = document.body.appendChild(document.createElement("i"));
  probe.hidden = true;
  const token = (name) => { probe.style.color = `var(--${name})`; return getComputedStyle(probe).color; };
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const rem = () => parseFloat(getComputedStyle(root).fontSize);

  const text = () => ({ color: token("ink-3"), fontSize: .75 * rem(), fontFamily: getComputedStyle(document.body).fontFamily });
  // an element, not a string: what would be parsed would need inline styles
  const tip = (lines) => {
    const box = document.createElement("div");
    lines.forEach((words, at) => { const line = box.appendChild(document.createElement(at ? "div" : "b")); line.textContent = words; });
    return box;
  };
  const tooltip = (formatter, more = {}) => ({ confine: true, backgroundColor: token("surface"), borderColor: token("line-strong"), borderWidth: 1, padding: [6, 10], transitionDuration: 0,
    textStyle: { ...text(), color: token("ink") }, formatter, ...more });
  const base = () => ({ animation: !still, animationDuration: 0, animationDurationUpdate: 300, textStyle: text(), grid: { left: 4, right: 4, top: 10, bottom: 4, containLabel: true } });
  const axisX = (data, more = {}) => ({ type: "category", data, axisTick: { show: false }, axisLine: { lineStyle: { color: token("line-strong") } }, axisLabel: { ...text(), hideOverlap: true }, ...more });

  // scenarios, as bands behind the bars: placed in bars from the left, named above the plot, in rows that do not run into each other
  const ROWS = 3;
  const bands = (v) => ({ type: "custom", silent: true, z: 1, tooltip: { show: false }, animation: false, clip: false,
    data: v.marks.map((mark, i) => [Math.min(v.labels.length - 1, Math.floor(mark.from)), v.min, i]), encode: { x: 0, y: 1 },
    renderItem: ({ coordSys: plot }, api) => {
      const i = api.value(2), mark = v.marks[i], bar = plot.width / v.labels.length, late = token("late-line");
      const x = plot.x + bar * mark.from, width = Math.max(3, bar * (mark.until - mark.from)), left = x < plot.x + plot.width / 2;
      const y = plot.y - 14 * (i % ROWS) - 4;
      return { type: "group", children: [
        { type: "rect", shape: { x, y: plot.y, width, height: plot.height }, style: { fill: late, opacity: .22 } },
        { type: "rect", shape: { x, y: y - 8, width: 1.5, height: plot.y + plot.height - y + 8 }, style: { fill: late } },
        { type: "text", style: { text: mark.name, x: left ? x + 5 : x - 4, y, align: left ? "left" : "right", verticalAlign: "bottom", fill: token("late"), font: `${.6875 * rem()}px ${getComputedStyle(document.body).fontFamily}` } },
      ] };
    } });
  const room = (v) => 10 + (v.marks.length ? 14 * Math.min(ROWS, v.marks.length) : 0);

  const kinds = {
    trend(v) {
      const solid = token("c1");
      const open = { color: token("ramp-0"), borderColor: solid, borderWidth: 1.25,
        decal: { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4, color: solid } };
      return { ...base(), grid: { ...base().grid, top: room(v) },
        tooltip: tooltip(([{ dataIndex: i }]) => tip([v.titles[i], `${v.texts[i]}, ${v.early[i] ? "early" : "final"}`, ...v.before ? [`${v.before}: ${v.textsBefore[i]}`] : [], ...v.scenarios[i] ? [v.scenarios[i]] : []]), { trigger: "axis", axisPointer: { type: "shadow", shadowStyle: { color: token("hover"), opacity: .6 } } }),
        xAxis: axisX(v.labels),
        yAxis: { type: "value", min: v.min, max: v.max, interval: v.step, splitLine: { lineStyle: { color: token("line") } }, axisLabel: { ...text(), formatter: (at) => v.ticks[Math.round((at - v.min) / v.step)] ?? "" } },
        series: [
          { type: "bar", data: v.valuesBefore, barWidth: "76%", barGap: "-84%", itemStyle: { color: token("c-ref"), borderRadius: [2, 2, 0, 0] }, emphasis: { disabled: true } },
          { type: "bar", barWidth: "52%", z: 3, emphasis: { disabled: true },
            data: v.values.map((value, i) => ({ value, itemStyle: { borderRadius: [2, 2, 0, 0], ...(v.early[i] ? open : { color: solid }) } })) },
          bands(v),
        ] };
    },
    lines(v) {
      return { ...base(),
        tooltip: tooltip(([{ dataIndex: i }]) => tip([v.times[i], ...v.lines.map((line) => `${line.name} ${line.texts[i]}`)]), { trigger: "axis" }),
        xAxis: axisX(v.times, { boundaryGap: false, axisLabel: { ...text(), hideOverlap: true, showMinLabel: false, showMaxLabel: false } }),
        yAxis: { type: "value", min: v.min, max: v.max, interval: v.step, splitLine: { lineStyle: { color: token("line") } }, axisLabel: { ...text(), formatter: (at) => v.ticks[Math.round((at - v.min) / v.step)] ?? "" } },
        series: v.lines.map((line) => ({ name: line.name, type: "line", data: line.values, showSymbol: false, animation: false, lineStyle: { width: 1.75, color: token(line.colour) }, itemStyle: { color: token(line.colour) }, emphasis: { disabled: true } })),
      };
    },
    hours(v) {
      return { ...base(),
        tooltip: tooltip(({ value: [, , n, title] }) => tip([title, `${n} orders on average`]), { trigger: "item" }),
        xAxis: axisX([...Array(24).keys()].map((hour) => String(hour).padStart(2, "0")), { axisLine: { show: false }, axisLabel: { ...text(), interval: 3 } }),
        yAxis: { ...axisX(v.weekdays, { axisLine: { show: false } }), inverse: true },
        visualMap: { show: false, min: 0, max: v.max, dimension: 2, inRange: { color: [0, 1, 2, 3].map((step) => token(`ramp-${step}`)) } },
        series: [{ type: "heatmap", data: v.values, itemStyle: { borderColor: token("surface"), borderWidth: 1.5, borderRadius: 2 }, emphasis: { itemStyle: { borderColor: token("ink"), borderWidth: 1.5 } } }] };
    },
  };

  const watch = new ResizeObserver((entries) => entries.forEach(({ target }) => drawn.get(target)?.resize()));
  const draw = (node) => {
    if (!drawn.has(node)) drawn.set(node, echarts.init(node)), watch.observe(node);
    drawn.get(node).setOption(kinds[node.dataset.chart](JSON.parse(node.dataset.values)));
  };
  const nodes = () => {
    for (const [node, chart] of drawn) if (!node.isConnected) chart.dispose(), watch.unobserve(node), drawn.delete(node);
    return [...document.querySelectorAll("[data-chart]")];
  };
  const drawAll = () => nodes().forEach(draw);
  window.drawChart = draw;
  addEventListener("themechange", drawAll);
  document.addEventListener("htmx:afterSettle", drawAll);
  // the stream redraws what it changed; what it brought for the first time is drawn here
  document.addEventListener("live", () => nodes().filter((node) => !drawn.has(node)).forEach(draw));
  drawAll();
})();
