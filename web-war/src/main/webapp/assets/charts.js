/* Charts in the colours of the console, light and dark; a bar leads to the list that it counts. The table beside each chart says the same. */
(() => {
  'use strict';
  const shade = name => {
    const probe = document.createElement('i');
    probe.style.color = `var(--${name})`;
    document.body.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
  };

  /** As much of a bar's name as there is room for; the table has all of it. */
  function shortened(index) {
    const name = this.getLabelForValue(index);
    const room = Math.max(12, Math.floor(this.chart.width / 18));
    return name.length > room ? `${name.slice(0, room - 1)}…` : name;
  }

  const paint = config => {
    const text = shade('muted');
    const line = shade('line');
    config.data.datasets.forEach(set => { set.backgroundColor = shade(set.tone); });
    Object.values(config.options.scales).forEach(scale => {
      scale.ticks = { ...scale.ticks, color: text };
      scale.grid = { ...scale.grid, color: line };
    });
    config.options.scales.y.ticks.callback = shortened;
    config.options.plugins.legend.labels = { color: text, boxWidth: 14 };
  };

  const addressAt = (chart, hits) => hits.length ? chart.data.datasets[hits[0].datasetIndex].addresses?.[hits[0].index] : undefined;

  /** Called by the component, which is this, before it draws. */
  window.caseboundChart = function () {
    const config = this.cfg.config;
    paint(config);
    config.options.onClick = (event, hits, chart) => {
      const address = addressAt(chart, hits);
      if (address) location.assign(address);
    };
    config.options.onHover = (event, hits, chart) => { chart.canvas.style.cursor = addressAt(chart, hits) ? 'pointer' : ''; };
  };

  /** Other values for a chart that is drawn: those of the place that it stands in. */
  window.caseboundChartData = place => {
    const chart = window.Chart?.getChart(place.querySelector('canvas'));
    if (!chart) return;
    chart.data = JSON.parse(place.dataset.chart).data;
    paint(chart.config);
    chart.update();
  };

  new MutationObserver(() => Object.values(window.Chart?.instances ?? {}).forEach(chart => { paint(chart.config); chart.update(); }))
    .observe(document.documentElement, { attributeFilter: ['data-theme'] });
})();
