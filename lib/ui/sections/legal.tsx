/** What must be known before answering. Only what is true of this version. */
export const Legal = () => (
  <dl class="legal">
    <div>
      <dt>Who sees it</dt>
      <dd>
        Here only you. What leaves goes to your company's collector, to the people who build the data set from
        it.
      </dd>
    </div>
    <div>
      <dt>How long</dt>
      <dd>
        Here 30 days; you can erase it sooner. At the collector it does not expire by itself in this version.
        A model already trained does not forget.
      </dd>
    </div>
    <div>
      <dt>What could go wrong</dt>
      <dd>
        How well you could be picked out by the way you work is not measured for this version yet, so it ships
        only to a collector on this computer. <em>What</em> you work on could be recognised if your shipments
        were ever linked. Whoever runs the collector could compare arrival times.
      </dd>
    </div>
    <div>
      <dt>How to stop</dt>
      <dd>
        Pause in the toolbar, or withdraw on any of these pages with two clicks: recording stops at once in
        every page, and what is here is erased. Erasing what was shipped comes with a later version. The keys
        for it stay in this browser profile: losing the profile loses them, so export them.
      </dd>
    </div>
  </dl>
);
