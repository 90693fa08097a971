<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About duizhang</source>
        <translation>关于对账</translation>
    </message>
    <message>
        <source>duizhang {0}</source>
        <translation>对账 {0}</translation>
    </message>
    <message>
        <source>Lines government reports up side by side and tells what became of every promise.</source>
        <translation>把政府工作报告并排对齐，说明每项承诺的下落。</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. It opens no network connection but to a shared workspace that you open.</source>
        <translation>自由软件，采用 MIT 许可证。除了您自己打开的共享工作区，本程序不连接网络。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Across</name>
    <message>
        <source>The state</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Provinces</source>
        <translation>省级</translation>
    </message>
    <message>
        <source>Cities</source>
        <translation>地级市</translation>
    </message>
    <message>
        <source>Counties</source>
        <translation>县区</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>1 is the lowest figure</source>
        <translation>第 1 位数值最低</translation>
    </message>
    <message>
        <source>1 is the highest figure</source>
        <translation>第 1 位数值最高</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位次</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Result and goal</source>
        <translation>结果与目标</translation>
    </message>
    <message>
        <source>The bar is the result, the bracket is the goal</source>
        <translation>横条是结果，竖线是目标</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Result − goal</source>
        <translation>结果－目标</translation>
    </message>
    <message>
        <source>Set beside</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>By the tolerances of the verdicts: “about” leaves 10%</source>
        <translation>按结论所用的容差：“左右”留 10%（百分比留 0.5 个百分点）</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>各年合计</translation>
    </message>
    <message>
        <source>Without pairs over a missing year</source>
        <translation>不计中间缺年度的</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>{0}: no report here</source>
        <translation>{0}：这里没有报告</translation>
    </message>
    <message>
        <source>{0}: no report here looks back on it yet</source>
        <translation>{0}：这里还没有报告回顾这一年</translation>
    </message>
    <message>
        <source>{0}: still to be judged, or no report here looks back on it</source>
        <translation>{0}：还没有核对到，或还没有报告回顾这一年</translation>
    </message>
    <message>
        <source>{0}: no promise gives a figure</source>
        <translation>{0}：没有带数字的承诺</translation>
    </message>
    <message>
        <source>{0}: no feedback rate, the report of the next year is missing; that of {1} answers {2} of {3} promises with a figure</source>
        <translation>{0}：没有反馈率，缺下一年的报告；{1} 年的报告回应了 {3} 项量化承诺中的 {2} 项</translation>
    </message>
    <message>
        <source>{0}: {1} of {2} promises with a figure are answered ({3})</source>
        <translation>{0}：{2} 项量化承诺中 {1} 项有交代（{3}）</translation>
    </message>
    <message>
        <source>–: no feedback rate, the report of the next year is missing</source>
        <translation>–：没有反馈率，缺下一年的报告</translation>
    </message>
    <message>
        <source>feedback rate: {0} (promises: {1} of {2}, reports: {3})</source>
        <translation>反馈率 {0}（{2} 项承诺中 {1} 项，{3} 份报告）</translation>
    </message>
    <message>
        <source>Still to be judged: {0}</source>
        <translation>还有 {0} 份待核对</translation>
    </message>
    <message>
        <source>so that it can be checked: {0}</source>
        <translation>其中可以核对的：{0} 项</translation>
    </message>
    <message>
        <source>Nothing was counted</source>
        <translation>没有统计</translation>
    </message>
    <message>
        <source>{0} of {1} promises with a figure in {2} reports are answered</source>
        <translation>{2} 份报告的 {1} 项量化承诺中 {0} 项有交代</translation>
    </message>
    <message>
        <source>Yang Jun (Chinese Public Administration 2013, no. 5) counted by hand {2} in {3} reports of the 15 sub-provincial cities, {0}–{1}. {4} of these city years are here: {5}. (That his fifteen cities are those of the official list is assumed.)</source>
        <translation>杨君（《中国行政管理》2013 年第 5 期）手工统计 15 个副省级市 {0}—{1} 年 {3} 份报告，反馈率 {2}。这里有其中 {4} 个市年，反馈率 {5}。（他的 15 个市按现行副省级市名单推定。）</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>与上期相同</translation>
    </message>
    <message>
        <source>Share of its words in clauses that the region&apos;s report before has too</source>
        <translation>本地上一份报告也有的语句占多少字</translation>
    </message>
    <message>
        <source>As elsewhere</source>
        <translation>与外地相同</translation>
    </message>
    <message>
        <source>Share of its words in clauses that reports of other regions have too, whatever their year. The more reports are here, the more is found.</source>
        <translation>其他地区的报告（不论年度）也有的语句占多少字。报告越多，找到的越多。</translation>
    </message>
    <message>
        <source>No report of an earlier year is here</source>
        <translation>这里没有更早年度的报告</translation>
    </message>
    <message>
        <source>Compared with {0}</source>
        <translation>与 {0} 比对</translation>
    </message>
    <message>
        <source>Compared with {0} reports of other regions</source>
        <translation>与外地 {0} 份报告比对</translation>
    </message>
    <message>
        <source>{0}: {1} reports</source>
        <translation>{0} 年：{1} 份报告</translation>
    </message>
    <message>
        <source>as in other regions: {0}</source>
        <translation>与外地相同：{0}</translation>
    </message>
    <message>
        <source>as in the report before: {0}</source>
        <translation>与上期相同：{0}</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>语句</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>上期</translation>
    </message>
    <message>
        <source>The region&apos;s report before has it</source>
        <translation>本地上一份报告也有</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>地区数</translation>
    </message>
    <message>
        <source>Other regions that have it</source>
        <translation>也有这句话的外地数</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告数</translation>
    </message>
    <message>
        <source>Reports of other regions that have it</source>
        <translation>也有这句话的外地报告数</translation>
    </message>
    <message>
        <source>Most in: {0}</source>
        <translation>最多的章节：{0}</translation>
    </message>
    <message>
        <source>There</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>相似</translation>
    </message>
    <message>
        <source>Share of their words that both have</source>
        <translation>两处相同的字词所占比例</translation>
    </message>
    <message>
        <source>First</source>
        <translation>首次</translation>
    </message>
    <message>
        <source>The first report of its region here that says it</source>
        <translation>这个地区最早说到它的报告（就这里的报告而言）</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>First sentence</source>
        <translation>首次出现的句子</translation>
    </message>
    <message>
        <source>Reports: {0}</source>
        <translation>{0} 份报告</translation>
    </message>
    <message>
        <source>{0}: {1} of {2} reports say it</source>
        <translation>{0} 年：{2} 份报告中 {1} 份说到</translation>
    </message>
    <message>
        <source>regions that say it for the first time: {0}</source>
        <translation>首次说到的地区：{0}</translation>
    </message>
    <message>
        <source>New phrase</source>
        <translation>新提法</translation>
    </message>
    <message>
        <source>Reports of the year that have it</source>
        <translation>当年有它的报告</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后</translation>
    </message>
    <message>
        <source>Reports of all later years that have it</source>
        <translation>以后各年有它的报告</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>早有</translation>
    </message>
    <message>
        <source>Reports of earlier years that have its words within longer ones</source>
        <translation>更早年度的报告中，字词已包含在较长说法里的份数</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>相近</translation>
    </message>
    <message>
        <source>Seven tenths topics, three tenths shared words</source>
        <translation>主题占七成，相同语句占三成</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>How near their topics are, without what all reports speak of</source>
        <translation>去掉各份报告都讲的之后，主题有多近</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>相同语句</translation>
    </message>
    <message>
        <source>Share of the shorter one in clauses that both have</source>
        <translation>两份都有的语句占较短一份的比例</translation>
    </message>
    <message>
        <source>Clauses</source>
        <translation>句数</translation>
    </message>
    <message>
        <source>Clauses that both have</source>
        <translation>两份都有的语句</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>相近之处</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本报告</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>words</source>
        <translation>语句</translation>
    </message>
</context>
<context>
    <name>AcrossPanel</name>
    <message>
        <source>Open or make a workspace in the File menu, or look at the samples.</source>
        <translation>请在“文件”菜单打开或新建工作区，或先看看示例。</translation>
    </message>
    <message>
        <source>Open the sample workspace</source>
        <translation>打开示例工作区</translation>
    </message>
    <message>
        <source>Nothing was compared.</source>
        <translation>没有完成比较。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>The reports are being compared; what is found of each is kept.</source>
        <translation>正在比较各份报告；每份报告找到的都会留存。</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Filter lines</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Show only lines with all these words</source>
        <translation>只显示含有这些词的行</translation>
    </message>
    <message>
        <source>Save as table…</source>
        <translation>存为表格…</translation>
    </message>
    <message>
        <source>The lines as they are shown, as Excel, CSV, Markdown or JSON</source>
        <translation>把显示的各行存为 Excel、CSV、Markdown 或 JSON</translation>
    </message>
    <message>
        <source>Save as table</source>
        <translation>存为表格</translation>
    </message>
</context>
<context>
    <name>AcrossView</name>
    <message>
        <source>Regions</source>
        <translation>各地指标</translation>
    </message>
    <message>
        <source>One indicator over the regions of a year</source>
        <translation>某一年各地的一项指标</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈率</translation>
    </message>
    <message>
        <source>Promises that are answered, by region and year</source>
        <translation>各地各年有交代的承诺</translation>
    </message>
    <message>
        <source>Shared words</source>
        <translation>雷同表述</translation>
    </message>
    <message>
        <source>What stands elsewhere in nearly the same words</source>
        <translation>哪些话在别处几乎逐字相同</translation>
    </message>
    <message>
        <source>First use</source>
        <translation>首提与扩散</translation>
    </message>
    <message>
        <source>Who says a phrase first, and how it spreads</source>
        <translation>谁最先提出，怎样传开</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>相近报告</translation>
    </message>
    <message>
        <source>The reports that are nearest to one</source>
        <translation>与一份报告最相近的报告</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>New workspace…</source>
        <translation>新建工作区…</translation>
    </message>
    <message>
        <source>Open workspace…</source>
        <translation>打开工作区…</translation>
    </message>
    <message>
        <source>Open a shared workspace…</source>
        <translation>打开共享工作区…</translation>
    </message>
    <message>
        <source>Connect to the shared workspace of last time</source>
        <translation>连接上次的共享工作区</translation>
    </message>
    <message>
        <source>Open the sample workspace</source>
        <translation>打开示例工作区</translation>
    </message>
    <message>
        <source>Save a copy of the workspace…</source>
        <translation>工作区另存副本…</translation>
    </message>
    <message>
        <source>Import reports…</source>
        <translation>导入报告…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>导入文件夹…</translation>
    </message>
    <message>
        <source>Paste as a report</source>
        <translation>粘贴为报告</translation>
    </message>
    <message>
        <source>Look at what was imported last…</source>
        <translation>查看并更正刚导入的报告…</translation>
    </message>
    <message>
        <source>Results of the last import…</source>
        <translation>上次导入的结果…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export the comparison…</source>
        <translation>导出对读…</translation>
    </message>
    <message>
        <source>Print the tracking table…</source>
        <translation>打印对账表…</translation>
    </message>
    <message>
        <source>Print the comparison…</source>
        <translation>打印对读…</translation>
    </message>
    <message>
        <source>Open the original file</source>
        <translation>打开原件</translation>
    </message>
    <message>
        <source>Show the file in its folder</source>
        <translation>在文件夹中显示文件</translation>
    </message>
    <message>
        <source>Save the original file…</source>
        <translation>另存原件…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Keep mine, over the colleague&apos;s</source>
        <translation>保留我的，覆盖同事的</translation>
    </message>
    <message>
        <source>Take the colleague&apos;s, leave mine</source>
        <translation>采用同事的，放弃我的</translation>
    </message>
    <message>
        <source>Write the changes that waited</source>
        <translation>写入留在本机的改动</translation>
    </message>
    <message>
        <source>Leave out the changes that waited</source>
        <translation>舍弃留在本机的改动</translation>
    </message>
    <message>
        <source>Correct a report of unknown region or year…</source>
        <translation>更正地区或年份不明的报告…</translation>
    </message>
    <message>
        <source>Marks whose text is gone…</source>
        <translation>找不到原文的标记…</translation>
    </message>
    <message>
        <source>Names…</source>
        <translation>名称对照…</translation>
    </message>
    <message>
        <source>Automatic copies…</source>
        <translation>自动备份…</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Search all reports</source>
        <translation>检索全部报告</translation>
    </message>
    <message>
        <source>Go to line or page</source>
        <translation>转到行或页</translation>
    </message>
    <message>
        <source>Filter the library</source>
        <translation>筛选报告库</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对读</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Across reports: next comparison</source>
        <translation>横向：下一种比较</translation>
    </message>
    <message>
        <source>Across reports: previous comparison</source>
        <translation>横向：上一种比较</translation>
    </message>
    <message>
        <source>Who said the selected words first</source>
        <translation>选中的词语谁最先提出</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>报告库</translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation>大纲</translation>
    </message>
    <message>
        <source>Show lines left out</source>
        <translation>显示略去的行</translation>
    </message>
    <message>
        <source>Dim boilerplate</source>
        <translation>淡化套话</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排对读</translation>
    </message>
    <message>
        <source>In one column, with what was dropped</source>
        <translation>单栏对读（标出删去的文字）</translation>
    </message>
    <message>
        <source>As cards of section pairs</source>
        <translation>章节卡片</translation>
    </message>
    <message>
        <source>Earlier plan against later review</source>
        <translation>承诺对落实（上期安排对本期回顾）</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>下一处变动</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>上一处变动</translation>
    </message>
    <message>
        <source>Step through another kind of change</source>
        <translation>换一类变动逐处查看</translation>
    </message>
    <message>
        <source>Moved passage: the other side</source>
        <translation>移位文字：转到另一侧</translation>
    </message>
    <message>
        <source>Nearest sections of the other report…</source>
        <translation>另一份报告中最相近的章节…</translation>
    </message>
    <message>
        <source>Swap the two columns</source>
        <translation>左右互换</translation>
    </message>
    <message>
        <source>One more column</source>
        <translation>增加一栏</translation>
    </message>
    <message>
        <source>Remove this column</source>
        <translation>移去此栏</translation>
    </message>
    <message>
        <source>Move this column to the left</source>
        <translation>此栏左移</translation>
    </message>
    <message>
        <source>Move this column to the right</source>
        <translation>此栏右移</translation>
    </message>
    <message>
        <source>This column a year back</source>
        <translation>此栏换成上一年</translation>
    </message>
    <message>
        <source>This column a year on</source>
        <translation>此栏换成下一年</translation>
    </message>
    <message>
        <source>All columns a year back</source>
        <translation>各栏都换成上一年</translation>
    </message>
    <message>
        <source>All columns a year on</source>
        <translation>各栏都换成下一年</translation>
    </message>
    <message>
        <source>Let this column scroll by itself</source>
        <translation>此栏单独滚动</translation>
    </message>
    <message>
        <source>Follow this section through the years</source>
        <translation>沿年份看这一节</translation>
    </message>
    <message>
        <source>Set the left and the right section beside each other</source>
        <translation>让左右两节对应</translation>
    </message>
    <message>
        <source>These two sections do not belong together</source>
        <translation>取消左右两节的对应</translation>
    </message>
    <message>
        <source>The left section has no counterpart</source>
        <translation>左侧此节没有对应</translation>
    </message>
    <message>
        <source>The right section has no counterpart</source>
        <translation>右侧此节没有对应</translation>
    </message>
    <message>
        <source>Links by hand…</source>
        <translation>人工对应列表…</translation>
    </message>
    <message>
        <source>Library as one list</source>
        <translation>报告库排成列表</translation>
    </message>
    <message>
        <source>Short lines instead of the whole width</source>
        <translation>短行，不占满栏宽</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一个窗格</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一个窗格</translation>
    </message>
    <message>
        <source>Back to where the last jump began</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Larger letters</source>
        <translation>放大字号</translation>
    </message>
    <message>
        <source>Smaller letters</source>
        <translation>缩小字号</translation>
    </message>
    <message>
        <source>Letters of the usual size</source>
        <translation>恢复字号</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Quiet reading: only the texts</source>
        <translation>安静阅读：只留正文</translation>
    </message>
    <message>
        <source>Back to the promise</source>
        <translation>回到承诺</translation>
    </message>
    <message>
        <source>Stop what is running</source>
        <translation>停止正在进行的工作</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘操作</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>使用手册</translation>
    </message>
    <message>
        <source>About duizhang</source>
        <translation>关于对账</translation>
    </message>
    <message>
        <source>Mark: fulfilled … undetermined</source>
        <translation>标记：已兑现 … 无法判断</translation>
    </message>
    <message>
        <source>Clear the mark</source>
        <translation>清除标记</translation>
    </message>
    <message>
        <source>Next unmarked promise</source>
        <translation>下一条未标记的承诺</translation>
    </message>
    <message>
        <source>Next promise that the program is less sure of</source>
        <translation>下一条程序把握不大的承诺</translation>
    </message>
    <message>
        <source>Next promise judged differently by you and the program</source>
        <translation>下一条人工与程序判断不一的承诺</translation>
    </message>
    <message>
        <source>Add a condition to the filter of promises</source>
        <translation>为承诺添加筛选条件</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>Write the path of a file behind the note</source>
        <translation>把文件路径写到备注后面</translation>
    </message>
    <message>
        <source>Next passage of the promise</source>
        <translation>这项承诺的下一处依据</translation>
    </message>
    <message>
        <source>This passage answers it, or take that back</source>
        <translation>是这一处（再按一次收回）</translation>
    </message>
    <message>
        <source>This passage does not answer it</source>
        <translation>不是这一处</translation>
    </message>
    <message>
        <source>Set the promise right, or all that are selected</source>
        <translation>修改这项承诺，或所选各项</translation>
    </message>
    <message>
        <source>Split the promise, merge the selected ones</source>
        <translation>拆分承诺，合并所选各项</translation>
    </message>
    <message>
        <source>What is selected is no promise</source>
        <translation>所选各项不是承诺</translation>
    </message>
    <message>
        <source>Say why, of what was set right or decided last</source>
        <translation>为刚才的改动或认定写明理由</translation>
    </message>
    <message>
        <source>What the verdicts mean</source>
        <translation>判定标准</translation>
    </message>
    <message>
        <source>Open the evidence beside the promise</source>
        <translation>在承诺旁打开依据</translation>
    </message>
    <message>
        <source>Settle on: fulfilled … undetermined</source>
        <translation>商定结论：已兑现……无法判断</translation>
    </message>
    <message>
        <source>Next difference, the one before</source>
        <translation>下一处分歧、上一处</translation>
    </message>
    <message>
        <source>Write why</source>
        <translation>写理由</translation>
    </message>
    <message>
        <source>Open the promise with its evidence</source>
        <translation>打开承诺及其依据</translation>
    </message>
    <message>
        <source>Topics: the text of one through all reports</source>
        <translation>主题：逐份报告看一个主题的原文</translation>
    </message>
    <message>
        <source>Topics: this report and the one before, side by side</source>
        <translation>主题：这份与上一份报告并排</translation>
    </message>
    <message>
        <source>One topic: the topic above, the one below</source>
        <translation>一个主题：上一个、下一个主题</translation>
    </message>
    <message>
        <source>One topic: the report before, the next one</source>
        <translation>一个主题：上一份、下一份报告</translation>
    </message>
    <message>
        <source>Indicators: goal and result in their reports</source>
        <translation>指标：到报告中看目标和完成的原文</translation>
    </message>
    <message>
        <source>Indicators: choose several for small charts</source>
        <translation>指标：选多个，各画一张小图</translation>
    </message>
    <message>
        <source>Charts: from point to point</source>
        <translation>图表：逐点移动</translation>
    </message>
    <message>
        <source>Overview: the promises that a number counts</source>
        <translation>概览：列出一个数字所指的承诺</translation>
    </message>
    <message>
        <source>The sentences or promises behind a line or cell</source>
        <translation>一行或一格背后的句子或承诺</translation>
    </message>
    <message>
        <source>Drawing of years: from year to year</source>
        <translation>年度图：逐年移动</translation>
    </message>
    <message>
        <source>Larger or smaller letters</source>
        <translation>放大或缩小字号</translation>
    </message>
    <message>
        <source>List of bookmarks: write a note, remove</source>
        <translation>书签列表：写批注、删除</translation>
    </message>
    <message>
        <source>While a section is dragged: leave it as it was</source>
        <translation>拖动章节时：放弃，不作改动</translation>
    </message>
    <message>
        <source>Library: rename a report</source>
        <translation>报告库：重命名报告</translation>
    </message>
    <message>
        <source>Library: remove the selected reports</source>
        <translation>报告库：移除所选报告</translation>
    </message>
    <message>
        <source>In the table of promises</source>
        <translation>承诺表</translation>
    </message>
    <message>
        <source>In the agreement of two readers</source>
        <translation>在“两人一致程度”中</translation>
    </message>
    <message>
        <source>In the topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>In indicators and overview</source>
        <translation>指标与概览</translation>
    </message>
    <message>
        <source>Across reports</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>报告库</translation>
    </message>
    <message>
        <source>In the texts</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>This workspace can only be read: save a copy (menu File) and work in that.</source>
        <translation>这个工作区只能阅读：请另存副本（文件菜单），在副本里工作。</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>对读(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Bookmark this passage, or take its bookmark away</source>
        <translation>给这段加书签，或去掉书签</translation>
    </message>
    <message>
        <source>Write a note on this passage</source>
        <translation>给这段写批注</translation>
    </message>
    <message>
        <source>All bookmarks and notes</source>
        <translation>全部书签与批注</translation>
    </message>
    <message>
        <source>Export bookmarks and notes…</source>
        <translation>导出书签与批注…</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>复制并附出处</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>书签(&amp;N)</translation>
    </message>
    <message>
        <source>All of it in a file of its own, to work in or to hand on.</source>
        <translation>把全部内容另存为一个文件，用来继续工作或交给别人。</translation>
    </message>
    <message>
        <source>One on a PostgreSQL server that several people mark at the same time.</source>
        <translation>位于 PostgreSQL 服务器上，可供多人同时标记。</translation>
    </message>
    <message>
        <source>Write what was refused after all; both stay in the history.</source>
        <translation>仍写入刚才没有写入的内容；两者都留在历史中。</translation>
    </message>
    <message>
        <source>What a colleague wrote stands; yours stays in the history as set aside.</source>
        <translation>以同事写的为准；您的作为“未采用”留在历史中。</translation>
    </message>
    <message>
        <source>What you did while a shared workspace was away, in its order.</source>
        <translation>共享工作区断开期间所做的改动，按原来的顺序写入。</translation>
    </message>
    <message>
        <source>They are forgotten; the shared workspace stays as it is.</source>
        <translation>不再保留；共享工作区保持原样。</translation>
    </message>
    <message>
        <source>Files, or drop them anywhere in the window; their text is kept here.</source>
        <translation>选择文件，也可以直接拖到窗口任意处；内容存入工作区。</translation>
    </message>
    <message>
        <source>Everything that can be read in a folder and the folders below it.</source>
        <translation>一个文件夹及其下级文件夹中所有可读的文件。</translation>
    </message>
    <message>
        <source>A text copied elsewhere becomes a report.</source>
        <translation>把在别处复制的文字作为一份报告导入。</translation>
    </message>
    <message>
        <source>The table of promises with verdicts, as Excel, Word, PDF, web page or data.</source>
        <translation>承诺及结论的表格，可存成 Excel、Word、PDF、网页或数据。</translation>
    </message>
    <message>
        <source>The promises that are looked at, with verdicts, as pages to be printed.</source>
        <translation>把正在看的承诺及结论排成页面打印。</translation>
    </message>
    <message>
        <source>The first two reports side by side as a file: Word with tracked changes, a web page, PDF, or data.</source>
        <translation>把并排的前两份报告写成文件：带修订的 Word 文档、网页、PDF 或数据。</translation>
    </message>
    <message>
        <source>The first two reports side by side, with what changed, as pages.</source>
        <translation>把并排的前两份报告及其变化排成页面打印。</translation>
    </message>
    <message>
        <source>Under your own name, or as a second reader who sees no mark of the first.</source>
        <translation>用自己的姓名标记，或作为第二遍核对人，看不到第一遍的标记。</translation>
    </message>
    <message>
        <source>How far two readers of a report agree, and every difference to be settled.</source>
        <translation>两人核对同一份报告的一致程度，并逐条商定分歧。</translation>
    </message>
    <message>
        <source>A small file for a colleague: the marks with what they quote, no report.</source>
        <translation>给同事的小文件：只含标记及其引文，不含报告原文。</translation>
    </message>
    <message>
        <source>A colleague&apos;s marks beside your own first; nothing changes before you choose.</source>
        <translation>先与自己的标记对照；选定之前什么都不会改。</translation>
    </message>
    <message>
        <source>Reports side by side, section beside section.</source>
        <translation>把报告并排打开，逐节对照。</translation>
    </message>
    <message>
        <source>What a report promised, and what later ones say became of it.</source>
        <translation>报告作了哪些承诺，后来的报告说完成得怎样。</translation>
    </message>
    <message>
        <source>What the reports of all years speak about.</source>
        <translation>各年报告都谈了哪些主题。</translation>
    </message>
    <message>
        <source>What was promised and reported of each figure, over years or regions.</source>
        <translation>各项指标的目标与完成，按年度或按地区对照。</translation>
    </message>
    <message>
        <source>How many promises of each report were kept, by verdict and by section.</source>
        <translation>各份报告的承诺兑现了多少，按结论和章节统计。</translation>
    </message>
    <message>
        <source>Many reports beside each other: regions, feedback, shared words, first uses, nearest.</source>
        <translation>多份报告放在一起比：地区、反馈率、雷同表述、首提与扩散、相近报告。</translation>
    </message>
    <message>
        <source>The year, the region and the level that said it first, and who followed.</source>
        <translation>最先提出的年度、地区和层级，以及随后跟进的。</translation>
    </message>
    <message>
        <source>More room for the texts.</source>
        <translation>给正文腾出地方。</translation>
    </message>
    <message>
        <source>The headings of each report, with what came, went or was linked by hand.</source>
        <translation>各报告的标题，并注明新增、取消和人工对应的章节。</translation>
    </message>
    <message>
        <source>Step from change to change, in both texts.</source>
        <translation>在两边正文中逐处查看变动。</translation>
    </message>
    <message>
        <source>Walk through figures, new, dropped or moved passages alone.</source>
        <translation>只逐处查看数字，或只看新增、删去、移位。</translation>
    </message>
    <message>
        <source>Jump to where a moved passage stands in the other report, and back.</source>
        <translation>跳到移位文字在另一份报告中的位置，再按返回。</translation>
    </message>
    <message>
        <source>For a section without a counterpart: what it is most like, to link it by hand.</source>
        <translation>没有对应章节时，列出最相近的章节，可手动对应。</translation>
    </message>
    <message>
        <source>Menus, footers and the like that a web page left in the text.</source>
        <translation>网页带入的导航、页脚等行。</translation>
    </message>
    <message>
        <source>Sentences that stand in most reports step back, so that the rest is seen.</source>
        <translation>多数报告都有的套话变淡，突出其余内容。</translation>
    </message>
    <message>
        <source>Tools, library, outlines and lists step aside; Esc brings them back.</source>
        <translation>收起工具栏、报告库、大纲和列表；按 Esc 恢复。</translation>
    </message>
    <message>
        <source>To the place that was read before a hit, a bookmark or a promise was opened.</source>
        <translation>回到打开命中、书签或承诺之前所读的位置。</translation>
    </message>
    <message>
        <source>Every hit in its sentence, report by report; Enter opens it.</source>
        <translation>按报告逐句列出命中之处；按回车打开。</translation>
    </message>
    <message>
        <source>A number is a line of the file, p and a number a page.</source>
        <translation>输入数字为行号，p 加数字为页码。</translation>
    </message>
    <message>
        <source>What is selected, or else the paragraph at the cursor.</source>
        <translation>选中的文字；没有选中时为光标所在段落。</translation>
    </message>
    <message>
        <source>Stays beside the passage, in the list of notes and in what is exported.</source>
        <translation>批注显示在文字旁、批注列表和导出文件中。</translation>
    </message>
    <message>
        <source>The words with region, year, section and page or line, as plain text.</source>
        <translation>复制文字并注明地区、年份、章节和页码或行号，为纯文本。</translation>
    </message>
    <message>
        <source>The file as it was imported, in the program that belongs to it.</source>
        <translation>用相应程序打开导入时的原文件。</translation>
    </message>
    <message>
        <source>Where it was imported from on this computer, if it is still there.</source>
        <translation>在这台电脑上导入时所在的文件夹（如果文件还在）。</translation>
    </message>
    <message>
        <source>What was left is right; changes turn round.</source>
        <translation>左右互换，变动的方向随之反过来。</translation>
    </message>
    <message>
        <source>Look elsewhere in one report without losing the place in the others.</source>
        <translation>单独翻看这一份，其他几份停在原处。</translation>
    </message>
    <message>
        <source>What every report of these years says on the topic of this section.</source>
        <translation>这一节的主题，历年报告各是怎么说的。</translation>
    </message>
    <message>
        <source>Say by hand that they belong together; the rest is lined up around it.</source>
        <translation>人工指定这两节对应，其余章节据此重新对齐。</translation>
    </message>
    <message>
        <source>The program finds others for them, or none.</source>
        <translation>由程序为它们另找对应，也可能没有。</translation>
    </message>
    <message>
        <source>It was dropped, whatever looks like it.</source>
        <translation>这一节已取消，不管后面有什么相似的内容。</translation>
    </message>
    <message>
        <source>It is new, whatever looks like it.</source>
        <translation>这一节是新增的，不管前面有什么相似的内容。</translation>
    </message>
    <message>
        <source>All that was said by hand of these two reports, to look through and take back.</source>
        <translation>这两份报告的全部人工对应，可逐条查看、撤回。</translation>
    </message>
    <message>
        <source>Which names mean one thing, and which do not.</source>
        <translation>哪些名称是一回事，哪些不是。</translation>
    </message>
    <message>
        <source>Add the selection as a promise</source>
        <translation>把所选文字添加为承诺</translation>
    </message>
    <message>
        <source>Evidence for the promise that is looked at</source>
        <translation>作为当前承诺的依据</translation>
    </message>
    <message>
        <source>Promises set right by hand…</source>
        <translation>人工改动过的承诺…</translation>
    </message>
    <message>
        <source>&amp;Promises</source>
        <translation>承诺(&amp;P)</translation>
    </message>
    <message>
        <source>Mark as…</source>
        <translation>标记人…</translation>
    </message>
    <message>
        <source>Leave the second reading</source>
        <translation>结束第二遍核对</translation>
    </message>
    <message>
        <source>Agreement of two readers</source>
        <translation>两人一致程度</translation>
    </message>
    <message>
        <source>Export marks…</source>
        <translation>导出标记…</translation>
    </message>
    <message>
        <source>Import marks…</source>
        <translation>导入标记…</translation>
    </message>
    <message>
        <source>&amp;Readers</source>
        <translation>核对人(&amp;R)</translation>
    </message>
</context>
<context>
    <name>AgreementFigures</name>
    <message>
        <source>Equal verdicts: {0} of {1} promises that both have marked</source>
        <translation>结论相同：两人都标记的 {1} 项中有 {0} 项</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa: 1 is perfect, 0 what chance alone gives</source>
        <translation>科恩 κ 系数：1 为完全一致，0 相当于碰巧一致</translation>
    </message>
    <message>
        <source>By one alone: {0} in the first reading, {1} by {2}</source>
        <translation>只有一人标记：第一遍 {0} 项，{2} {1} 项</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>First</source>
        <translation>第一遍</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>第二遍</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两遍相同</translation>
    </message>
    <message>
        <source>Verdicts of both readers</source>
        <translation>两人的结论</translation>
    </message>
    <message>
        <source>Promises to which both gave this verdict</source>
        <translation>两人都给出此结论的承诺</translation>
    </message>
</context>
<context>
    <name>AgreementPage</name>
    <message>
        <source>Agreement of two readers</source>
        <translation>两人一致程度</translation>
    </message>
    <message>
        <source>Difference {0} of {1}</source>
        <translation>分歧 {0}/{1}</translation>
    </message>
    <message>
        <source>{0} settled</source>
        <translation>已商定 {0} 项</translation>
    </message>
    <message>
        <source>First reading</source>
        <translation>第一遍</translation>
    </message>
    <message>
        <source>Second reading by {0}</source>
        <translation>第二遍（{0}）</translation>
    </message>
    <message>
        <source>By machine: {0}. {1}</source>
        <translation>程序判断：{0}。{1}</translation>
    </message>
    <message>
        <source>Second reader</source>
        <translation>第二遍核对人</translation>
    </message>
    <message>
        <source>Differences between two readers</source>
        <translation>两人的分歧</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>The difference before (P)</source>
        <translation>上一处分歧（P）</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>The next difference, settled or not</source>
        <translation>下一处分歧，不论是否已商定</translation>
    </message>
    <message>
        <source>Nobody has read this report a second time</source>
        <translation>这份报告还没有人核对第二遍</translation>
    </message>
    <message>
        <source>Let a colleague mark it blind on this machine, or bring in a colleague&apos;s marks as a second reading. Then it is told here how far both agree.</source>
        <translation>请同事在本机盲核一遍，或把同事的标记作为第二遍核对导入，这里就会给出两人的一致程度。</translation>
    </message>
    <message>
        <source>Mark as…</source>
        <translation>标记人…</translation>
    </message>
    <message>
        <source>Import marks…</source>
        <translation>导入标记…</translation>
    </message>
    <message>
        <source>No differences</source>
        <translation>没有分歧</translation>
    </message>
    <message>
        <source>Both gave the same verdict to every promise that both have marked.</source>
        <translation>两人都标记过的承诺，结论全部相同。</translation>
    </message>
</context>
<context>
    <name>BookmarkList</name>
    <message>
        <source>Note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>△ text gone</source>
        <translation>△ 原文已不在</translation>
    </message>
</context>
<context>
    <name>Bookmarking</name>
    <message>
        <source>Export bookmarks and notes</source>
        <translation>导出书签与批注</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
</context>
<context>
    <name>BookmarksView</name>
    <message>
        <source>Filter bookmarks and notes</source>
        <translation>筛选书签与批注</translation>
    </message>
    <message>
        <source>Bookmarks and notes</source>
        <translation>书签与批注</translation>
    </message>
    <message>
        <source>Copy with citations</source>
        <translation>复制并附出处</translation>
    </message>
    <message>
        <source>Copies what is selected, or else all that is shown, with citations (Ctrl+C)</source>
        <translation>复制选中的各条（未选时为列出的全部），并附出处（Ctrl+C）</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Writes all bookmarks and notes into a text file</source>
        <translation>把全部书签与批注写入文本文件</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Bookmarks: {0}</source>
        <translation>书签 {0} 条</translation>
    </message>
    <message>
        <source>Bookmarks: {0} of {1}</source>
        <translation>书签 {0} 条，共 {1} 条</translation>
    </message>
    <message>
        <source>No bookmark or note holds these words.</source>
        <translation>没有含这些字的书签或批注。</translation>
    </message>
    <message>
        <source>No bookmarks yet. Select a passage in a text, or click into a paragraph, and press Ctrl+D to bookmark it, or Ctrl+Shift+M to write a note on it.</source>
        <translation>还没有书签。在正文中选中一段文字，或点一下某个自然段，按 Ctrl+D 加书签，按 Ctrl+Shift+M 写批注。</translation>
    </message>
</context>
<context>
    <name>BulletChart</name>
    <message>
        <source>Promised and reported</source>
        <translation>承诺与报告的数字</translation>
    </message>
    <message>
        <source>Bar: reported. Tick: promised. Pale ground: where the promise is kept, with tolerance.</source>
        <translation>横条为报告的数字，竖线为承诺，浅色底为兑现范围（含容差）。</translation>
    </message>
    <message>
        <source>{0}: promised {1}, reported {2}</source>
        <translation>{0}：承诺{1}，报告{2}</translation>
    </message>
    <message>
        <source>promised {0}, reported {1}</source>
        <translation>承诺{0}，报告{1}</translation>
    </message>
</context>
<context>
    <name>CardChips</name>
    <message>
        <source>Later report&apos;s order</source>
        <translation>按后一份报告的顺序</translation>
    </message>
    <message>
        <source>Earlier report&apos;s order</source>
        <translation>按前一份报告的顺序</translation>
    </message>
    <message>
        <source>Most changed first</source>
        <translation>变动最多的在前</translation>
    </message>
    <message>
        <source>In which order the cards stand</source>
        <translation>卡片的排列顺序</translation>
    </message>
    <message>
        <source>Cards: {0}</source>
        <translation>卡片：{0}</translation>
    </message>
    <message>
        <source>Reworded</source>
        <translation>有改写</translation>
    </message>
    <message>
        <source>Figures changed</source>
        <translation>数字有变</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>移位</translation>
    </message>
    <message>
        <source>Pairs of sections whose words differ</source>
        <translation>文字有出入的章节对</translation>
    </message>
    <message>
        <source>Pairs in which the same indicator has another figure</source>
        <translation>同一指标数字不同的章节对</translation>
    </message>
    <message>
        <source>Sections that only the earlier report has</source>
        <translation>只见于前一份报告的章节</translation>
    </message>
    <message>
        <source>Sections that only the later report has</source>
        <translation>只见于后一份报告的章节</translation>
    </message>
    <message>
        <source>Sections in another order, and those that sentences went into or out of</source>
        <translation>顺序有变的章节，以及有语句移入或移出的章节</translation>
    </message>
</context>
<context>
    <name>CardItems</name>
    <message>
        <source>Same topic</source>
        <translation>同一主题</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>相关</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>人工</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>移位</translation>
    </message>
    <message>
        <source>{0}% changed</source>
        <translation>变动 {0}%</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>{0} more lines</source>
        <translation>还有 {0} 行</translation>
    </message>
    <message>
        <source>No section of the later report</source>
        <translation>后一份报告没有对应章节</translation>
    </message>
    <message>
        <source>No section of the earlier report</source>
        <translation>前一份报告没有对应章节</translation>
    </message>
</context>
<context>
    <name>CardsView</name>
    <message>
        <source>Pairs of sections</source>
        <translation>章节对</translation>
    </message>
    <message>
        <source>The sections that belong together are being found.</source>
        <translation>正在找出相互对应的章节。</translation>
    </message>
    <message>
        <source>Lining up and comparing…</source>
        <translation>正在对齐与比较…</translation>
    </message>
    <message>
        <source>Choose other parts above, or another report in the library.</source>
        <translation>请在上方选择其他部分，或在报告库中另选一份报告。</translation>
    </message>
    <message>
        <source>No sections that could be compared</source>
        <translation>没有可以比较的章节</translation>
    </message>
</context>
<context>
    <name>CareActions</name>
    <message>
        <source>Re-import from</source>
        <translation>重新导入</translation>
    </message>
    <message>
        <source>Forget a report</source>
        <translation>彻底删除报告</translation>
    </message>
    <message>
        <source>Forget “{0}” for good?</source>
        <translation>彻底删除“{0}”？</translation>
    </message>
    <message>
        <source>Its text, its promises, all marks and notes on it and the automatic copies that hold it are erased. This cannot be undone. To take it out of the list only, choose Remove.</source>
        <translation>将删除其原文、承诺、全部标记与备注，以及含有它的自动备份，无法撤销。如只想移出列表，请用“移除”。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ChainStrip</name>
    <message>
        <source>Looking through the reports of all years…</source>
        <translation>正在查阅各年报告…</translation>
    </message>
    <message>
        <source>It stands in the report of this year only.</source>
        <translation>只有这一年的报告作出这项承诺。</translation>
    </message>
    <message>
        <source>Through the years</source>
        <translation>历年情况</translation>
    </message>
    <message>
        <source>Where the same promise stands in reports of other years, and what came of it</source>
        <translation>同一承诺在其他年份的报告中怎样承诺、结果如何</translation>
    </message>
</context>
<context>
    <name>ChartLegend</name>
    <message>
        <source>goal (the band: where results are wanted)</source>
        <translation>目标（色带表示应达到的方向）</translation>
    </message>
    <message>
        <source>result above the goal</source>
        <translation>完成数高于目标</translation>
    </message>
    <message>
        <source>at the goal</source>
        <translation>与目标持平</translation>
    </message>
    <message>
        <source>below the goal</source>
        <translation>低于目标</translation>
    </message>
    <message>
        <source>result without a goal</source>
        <translation>没有目标的完成数</translation>
    </message>
    <message>
        <source>goal dropped</source>
        <translation>没有目标了</translation>
    </message>
</context>
<context>
    <name>ChartPanel</name>
    <message>
        <source>One chart</source>
        <translation>单图</translation>
    </message>
    <message>
        <source>Small multiples</source>
        <translation>多图</translation>
    </message>
    <message>
        <source>The indicator at the cursor</source>
        <translation>光标所在的指标</translation>
    </message>
    <message>
        <source>A small chart for each chosen indicator; choose several with Shift or Ctrl, or see the first ones</source>
        <translation>所选指标各画一张小图；用 Shift 或 Ctrl 选多个，不选则画前几个</translation>
    </message>
    <message>
        <source>A point leads to its sentence</source>
        <translation>点击图中各点可到原文</translation>
    </message>
    <message>
        <source>Export ▾</source>
        <translation>导出 ▾</translation>
    </message>
    <message>
        <source>The charts as a picture, or the table as data</source>
        <translation>把图存为图片，或把表存为数据</translation>
    </message>
    <message>
        <source>Charts as SVG…</source>
        <translation>图存为 SVG…</translation>
    </message>
    <message>
        <source>Charts as PNG…</source>
        <translation>图存为 PNG…</translation>
    </message>
    <message>
        <source>Charts as PDF…</source>
        <translation>图存为 PDF…</translation>
    </message>
    <message>
        <source>Shown indicators as an Excel workbook…</source>
        <translation>所列指标存为 Excel 工作簿…</translation>
    </message>
    <message>
        <source>Shown indicators as CSV…</source>
        <translation>所列指标存为 CSV…</translation>
    </message>
    <message>
        <source>Charts; arrow keys go from point to point, Enter to the sentence</source>
        <translation>图表；方向键逐点移动，回车到原文</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>CodebookSheet</name>
    <message>
        <source>What the verdicts mean</source>
        <translation>判定标准</translation>
    </message>
</context>
<context>
    <name>ColumnHead</name>
    <message>
        <source>Choose a report</source>
        <translation>选择报告</translation>
    </message>
    <message>
        <source>The report of this column</source>
        <translation>这一栏的报告</translation>
    </message>
    <message>
        <source>Change places with the column at the left</source>
        <translation>与左边一栏互换位置</translation>
    </message>
    <message>
        <source>Remove this column (Ctrl+Shift+W)</source>
        <translation>移去此栏（Ctrl+Shift+W）</translation>
    </message>
    <message>
        <source>Scrolls with the other columns; click to scroll it by itself (Ctrl+Shift+U)</source>
        <translation>随其他栏一起滚动；点击后单独滚动（Ctrl+Shift+U）</translation>
    </message>
    <message>
        <source>Scrolls by itself; click to bring it level again (Ctrl+Shift+U)</source>
        <translation>正单独滚动；点击后重新对齐（Ctrl+Shift+U）</translation>
    </message>
    <message>
        <source>Scrolls with the other columns</source>
        <translation>随其他栏滚动</translation>
    </message>
    <message>
        <source>To {0} (Alt+PgUp)</source>
        <translation>换成{0}年（Alt+PgUp）</translation>
    </message>
    <message>
        <source>To {0} (Alt+PgDown)</source>
        <translation>换成{0}年（Alt+PgDown）</translation>
    </message>
    <message>
        <source>No earlier year is there</source>
        <translation>库中没有更早的年份</translation>
    </message>
    <message>
        <source>No later year is there</source>
        <translation>库中没有更晚的年份</translation>
    </message>
</context>
<context>
    <name>CommitmentDetail</name>
    <message>
        <source>due {0}</source>
        <translation>{0}年到期</translation>
    </message>
    <message>
        <source>Exceeded</source>
        <translation>超额完成</translation>
    </message>
    <message>
        <source>Promised again</source>
        <translation>再次承诺</translation>
    </message>
    <message>
        <source>No longer named</source>
        <translation>不再提出</translation>
    </message>
    <message>
        <source>Set by hand: a person added it or set it right</source>
        <translation>人工：由人添加或修改</translation>
    </message>
    <message>
        <source>by machine, certainty {0}%</source>
        <translation>程序判断，把握 {0}%</translation>
    </message>
    <message>
        <source>By hand: {0}</source>
        <translation>人工标记：{0}</translation>
    </message>
    <message>
        <source>for {0}</source>
        <translation>受益：{0}</translation>
    </message>
    <message>
        <source>no later report yet</source>
        <translation>还没有后来的报告</translation>
    </message>
    <message>
        <source>what was found settles it neither way: please judge</source>
        <translation>现有文字不足以判断，请人工判定</translation>
    </message>
</context>
<context>
    <name>CommitmentTable</name>
    <message>
        <source>Promise</source>
        <translation>承诺事项</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>By machine</source>
        <translation>程序判断</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>人工标记</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>回应方式</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>与程序不同</translation>
    </message>
    <message>
        <source>The program says: {0}</source>
        <translation>程序判断：{0}</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Click to sort; the right button or the menu key chooses columns</source>
        <translation>单击排序；单击右键可选择显示哪些列</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>CommitmentsView</name>
    <message>
        <source>No promise of these reports passes the filters above.</source>
        <translation>这些报告中没有承诺符合上面的筛选条件。</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>No promise matches</source>
        <translation>没有符合的承诺</translation>
    </message>
    <message>
        <source>No promise of this report passes the filters above.</source>
        <translation>本报告中没有符合上述筛选条件的承诺。</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
</context>
<context>
    <name>CompareHeads</name>
    <message>
        <source>All changes</source>
        <translation>全部变动</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>New passages</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Dropped passages</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>Moved passages</source>
        <translation>移位</translation>
    </message>
    <message>
        <source>Whole report</source>
        <translation>整份报告</translation>
    </message>
    <message>
        <source>Which parts are set beside each other</source>
        <translation>对读哪些部分</translation>
    </message>
    <message>
        <source>Which changes the arrows go through (Ctrl+F7: the next kind)</source>
        <translation>逐处查看哪一类变动（Ctrl+F7 换下一类）</translation>
    </message>
    <message>
        <source>One more column, up to four (Ctrl+Shift+T)</source>
        <translation>增加一栏，最多四栏（Ctrl+Shift+T）</translation>
    </message>
    <message>
        <source>Previous change (Shift+F7)</source>
        <translation>上一处变动 (Shift+F7)</translation>
    </message>
    <message>
        <source>Next change (F7)</source>
        <translation>下一处变动 (F7)</translation>
    </message>
    <message>
        <source>{0} in all</source>
        <translation>共 {0} 处</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 处，共 {1} 处</translation>
    </message>
    <message>
        <source>{0} of {1} figures</source>
        <translation>数字：第 {0} 处，共 {1} 处</translation>
    </message>
    <message>
        <source>{0} of {1} new</source>
        <translation>新增：第 {0} 处，共 {1} 处</translation>
    </message>
    <message>
        <source>{0} of {1} dropped</source>
        <translation>删去：第 {0} 处，共 {1} 处</translation>
    </message>
    <message>
        <source>{0} of {1} moved</source>
        <translation>移位：第 {0} 处，共 {1} 处</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>One report; + sets another one beside it</source>
        <translation>只有一份报告，按右边的 + 再加一份对读</translation>
    </message>
    <message>
        <source>Sections of the plan that nothing answers: {0} of {1}</source>
        <translation>工作安排中没有回应的章节：{0} 个，共 {1} 个</translation>
    </message>
    <message>
        <source>Columns {0} and {1}</source>
        <translation>第{0}、{1}栏</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Reports, side by side</source>
        <translation>几份报告，并排对读</translation>
    </message>
    <message>
        <source>Open or make a workspace in the File menu, or look at the samples.</source>
        <translation>在“文件”菜单中新建或打开工作区，或先看示例。</translation>
    </message>
    <message>
        <source>Open the sample workspace</source>
        <translation>打开示例工作区</translation>
    </message>
    <message>
        <source>Import the reports of two years, or of two regions.</source>
        <translation>请导入两个年度或两个地区的报告。</translation>
    </message>
    <message>
        <source>Click a report in the library; two to four with Ctrl.</source>
        <translation>在报告库中点一份报告；按住 Ctrl 可点选两到四份。</translation>
    </message>
    <message>
        <source>Opening the workspace…</source>
        <translation>正在打开工作区…</translation>
    </message>
    <message>
        <source>The sample reports are being read for the first time: a few seconds.</source>
        <translation>首次使用，正在读入示例报告，请稍候几秒。</translation>
    </message>
</context>
<context>
    <name>ConditionBar</name>
    <message>
        <source>Save filter…</source>
        <translation>保存筛选方案…</translation>
    </message>
    <message>
        <source>Give these conditions a name; they stay in the workspace</source>
        <translation>给这组条件起个名字，保存在工作区中</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Take every filter away</source>
        <translation>清除全部筛选</translation>
    </message>
</context>
<context>
    <name>ConditionChip</name>
    <message>
        <source>Enter or a click changes this condition, Del takes it away</source>
        <translation>回车或单击修改这个条件，Delete 键去掉</translation>
    </message>
    <message>
        <source>Take away: {0}</source>
        <translation>去掉：{0}</translation>
    </message>
    <message>
        <source>Take this condition away</source>
        <translation>去掉这个条件</translation>
    </message>
</context>
<context>
    <name>CopiesDialog</name>
    <message>
        <source>Automatic copies</source>
        <translation>自动备份</translation>
    </message>
    <message>
        <source>The copy is put beside the workspace under a name of its own and opened; the workspace that cannot be opened stays as it is.</source>
        <translation>备份会以新的名称放在原工作区旁边并打开；打不开的工作区保持原样。</translation>
    </message>
    <message>
        <source>Copies, the newest first</source>
        <translation>自动副本，最新的在前</translation>
    </message>
    <message>
        <source>Open the copy</source>
        <translation>打开备份</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Set right…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Object, kind, year, time limit, department</source>
        <translation>内容、类别、年度、时限、责任单位</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>拆分…</translation>
    </message>
    <message>
        <source>Cut the promise into several</source>
        <translation>把这项承诺拆成几项</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Make one promise of the selected rows</source>
        <translation>把所选各行合并成一项承诺</translation>
    </message>
    <message>
        <source>No promise</source>
        <translation>不是承诺</translation>
    </message>
    <message>
        <source>What is selected is no promise</source>
        <translation>所选各项不是承诺</translation>
    </message>
    <message>
        <source>Why…</source>
        <translation>理由…</translation>
    </message>
    <message>
        <source>The reason of what was said last, for the history</source>
        <translation>刚才这项改动的理由，写入改动记录</translation>
    </message>
    <message>
        <source>This workspace can only be read</source>
        <translation>此工作区只能阅读</translation>
    </message>
</context>
<context>
    <name>DetailsForm</name>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>yyyy-mm-dd</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>As in the file</source>
        <translation>由文件决定</translation>
    </message>
    <message>
        <source>Find it out</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>Detected: {0}</source>
        <translation>识别为：{0}</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Set right by hand</source>
        <translation>已手工更正</translation>
    </message>
    <message>
        <source>“{0}” names no region, or more than one; choose from the list.</source>
        <translation>认不出地区“{0}”，或不止一个地区叫这个名字，请从列表中选择。</translation>
    </message>
    <message>
        <source>“{0}” is no year between {1} and {2}.</source>
        <translation>“{0}”不是{1}至{2}年之间的年份。</translation>
    </message>
    <message>
        <source>“{0}” is no date; write it as 2023-01-07.</source>
        <translation>“{0}”不是日期，请写成2023-01-07这样。</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>Settled</source>
        <translation>两人商定</translation>
    </message>
</context>
<context>
    <name>DraftEditor</name>
    <message>
        <source>On a line: 1 2 3 heading, 0 none, J continues, K new paragraph, X left out, P kept, R role, Backspace as read. Enter: menu</source>
        <translation>在一行上按：1 2 3 设为标题，0 不是标题，J 接上行，K 另起一段，X 略去，P 保留，R 章节类型，Backspace 撤回更正，Enter 菜单</translation>
    </message>
    <message>
        <source>Lines of the report</source>
        <translation>报告正文</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
    <message>
        <source>Remarks on the reading</source>
        <translation>读取提示</translation>
    </message>
    <message>
        <source>Line {0}: </source>
        <translation>第 {0} 行：</translation>
    </message>
    <message>
        <source>“{0}” is</source>
        <translation>“{0}”的类型</translation>
    </message>
</context>
<context>
    <name>DraftList</name>
    <message>
        <source>Region unknown</source>
        <translation>地区未知</translation>
    </message>
    <message>
        <source>Work report</source>
        <translation>政府工作报告</translation>
    </message>
    <message>
        <source>year is there</source>
        <translation>同年已有</translation>
    </message>
    <message>
        <source>same text</source>
        <translation>文本相同</translation>
    </message>
    <message>
        <source>in the library</source>
        <translation>已在库中</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>passed over</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>waiting to be read</source>
        <translation>待读取</translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message>
        <source>Drop to import</source>
        <translation>松开即可导入</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>An error in the program</source>
        <translation>程序出错</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Your workspace is not affected, and you can go on working. Please send this report to the developers; it holds no text of your documents.</source>
        <translation>程序内部出错。工作区不受影响，可以继续工作。请把这份报告发给开发者；其中没有您文件里的文字。</translation>
    </message>
    <message>
        <source>Report of the error</source>
        <translation>错误报告</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
</context>
<context>
    <name>EvidenceList</name>
    <message>
        <source>There is no later report yet that could speak of it.</source>
        <translation>还没有可以对照的后续报告。</translation>
    </message>
    <message>
        <source>No later passage speaks of this promise.</source>
        <translation>后续报告没有谈到这项承诺。</translation>
    </message>
    <message>
        <source>Nearest passages</source>
        <translation>最接近的段落</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Ruled out by you</source>
        <translation>已被您排除</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export the tracking table</source>
        <translation>导出对照表</translation>
    </message>
    <message>
        <source>File that is written</source>
        <translation>要写入的文件</translation>
    </message>
    <message>
        <source>Where the table goes, and under which name</source>
        <translation>对照表存到哪里、叫什么名字</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Promises of</source>
        <translation>承诺出自</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word 文档</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Table as text</source>
        <translation>文本表格</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Table for wikis</source>
        <translation>维基表格</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Tick a verdict: without one nothing is left to export.</source>
        <translation>至少勾选一种结论，否则没有可导出的内容。</translation>
    </message>
    <message>
        <source>Choose a file in a folder that exists.</source>
        <translation>请选择一个已有文件夹中的文件。</translation>
    </message>
    <message>
        <source>The file exists and will be replaced.</source>
        <translation>文件已存在，将被替换。</translation>
    </message>
    <message>
        <source>One file for all reports shown, each judged by those that follow it.</source>
        <translation>表中显示的各份报告写入同一个文件，各由其后续报告核对。</translation>
    </message>
    <message>
        <source>Nothing is ticked: every promise will be given as not yet due.</source>
        <translation>没有勾选任何报告：所有承诺将列为未到期。</translation>
    </message>
    <message>
        <source>Marks and notes of people are exported with it.</source>
        <translation>人工标记与备注一并导出。</translation>
    </message>
</context>
<context>
    <name>ExportScope</name>
    <message>
        <source>Evidence</source>
        <translation>依据原文</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>统计图</translation>
    </message>
    <message>
        <source>Audit page</source>
        <translation>核查记录页</translation>
    </message>
    <message>
        <source>Sections and their counterparts</source>
        <translation>章节与章节对应</translation>
    </message>
    <message>
        <source>Choose the columns</source>
        <translation>自选列</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Save one to edit…</source>
        <translation>另存一份来改…</translation>
    </message>
    <message>
        <source>All promises</source>
        <translation>全部承诺</translation>
    </message>
    <message>
        <source>Only those marked by people</source>
        <translation>只要人工标记过的</translation>
    </message>
    <message>
        <source>Only those the table shows: {0}</source>
        <translation>只要表中显示的：{0} 条</translation>
    </message>
    <message>
        <source>Those the table shows: {0}, of {1} reports</source>
        <translation>表中显示的承诺：{0} 项，来自 {1} 份报告</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>With</source>
        <translation>附带</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Which promises</source>
        <translation>哪些承诺</translation>
    </message>
    <message>
        <source>All of the report, or a part; verdicts narrow it further</source>
        <translation>整份报告或其中一部分；还可按结论缩小</translation>
    </message>
    <message>
        <source>The passages of later reports that answer, with their places</source>
        <translation>后来的报告中作出回应的原文及出处</translation>
    </message>
    <message>
        <source>What became of the promises by section and report, feedback over the years, goals beside results; with patterns that a grey print keeps</source>
        <translation>各章节、各报告的兑现情况，历年反馈率，指标的目标与结果；带花纹，黑白印也分得清</translation>
    </message>
    <message>
        <source>Versions of program and rules, hashes of the files, who marked what when</source>
        <translation>程序与规则的版本、文件的校验值、谁在何时标记了什么</translation>
    </message>
    <message>
        <source>The whole analysis as data, in a workbook (xlsx) or as json: every heading of the reports, and which of them belong together, why, and which are new</source>
        <translation>把整个分析作为数据写进工作簿（xlsx）或 json：各报告的每个标题，哪些标题前后对应、为什么，哪些是新出现的</translation>
    </message>
    <message>
        <source>Otherwise each format has the columns that suit it</source>
        <translation>不选时，各格式用适合自己的列</translation>
    </message>
    <message>
        <source>Ticked ones are written, in this order</source>
        <translation>写出勾选的列，按此顺序</translation>
    </message>
    <message>
        <source>Choose a template</source>
        <translation>选择模板</translation>
    </message>
    <message>
        <source>A docx or dotx of your office; names in double braces are filled in</source>
        <translation>本单位的 docx 或 dotx；双花括号里的名称会被填写</translation>
    </message>
    <message>
        <source>Save the template of the program</source>
        <translation>保存程序自带的模板</translation>
    </message>
    <message>
        <source>Writes the program&apos;s own template, to be edited in Word</source>
        <translation>把程序自带的模板存成文件，用 Word 修改</translation>
    </message>
    <message>
        <source>The program&apos;s own</source>
        <translation>程序自带</translation>
    </message>
    <message>
        <source>Untick to leave promises with this verdict out</source>
        <translation>取消勾选则不导出这种结论的承诺</translation>
    </message>
    <message>
        <source>Word files</source>
        <translation>Word 文件</translation>
    </message>
    <message>
        <source>Save the template</source>
        <translation>保存模板</translation>
    </message>
    <message>
        <source>template</source>
        <translation>对账表模板</translation>
    </message>
</context>
<context>
    <name>FeedbackPanel</name>
    <message>
        <source>Which regions are shown</source>
        <translation>显示哪些地区</translation>
    </message>
    <message>
        <source>Feedback rates by region and year; Enter shows the promises of a cell</source>
        <translation>各地各年的反馈率；回车看这一格的承诺</translation>
    </message>
    <message>
        <source>Feedback by region and year</source>
        <translation>各地各年的反馈率</translation>
    </message>
    <message>
        <source>Import reports of one region for years that follow each other: the later one answers the promises of the earlier.</source>
        <translation>请导入同一地区相邻年度的报告：后一年的报告对前一年的承诺作交代。</translation>
    </message>
    <message>
        <source>All regions</source>
        <translation>全部地区</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>other unit</source>
        <translation>单位不同</translation>
    </message>
    <message>
        <source>softer</source>
        <translation>软</translation>
    </message>
    <message>
        <source>firmer</source>
        <translation>硬</translation>
    </message>
    <message>
        <source>higher</source>
        <translation>数值上调</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>数值下调</translation>
    </message>
    <message>
        <source>more firmly put</source>
        <translation>语气变硬</translation>
    </message>
    <message>
        <source>more softly put</source>
        <translation>语气变软</translation>
    </message>
    <message>
        <source>counted in another unit</source>
        <translation>计量单位不同</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between words of one figure</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>told otherwise</source>
        <translation>说法不同</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Recent workspaces</source>
        <translation>最近的工作区</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>Import reports</source>
        <translation>导入报告</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Word processors</source>
        <translation>文字处理文档</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Web pages</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>压缩包</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Work reports</source>
        <translation>工作报告</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>Word document with tracked changes</source>
        <translation>带修订的 Word 文档</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Comparison {0}</source>
        <translation>对照 {0}</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>导出对读</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in all columns</source>
        <translation>在各栏中查找</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>上一处（Shift+F3）</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>下一处（F3）</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一处</translation>
    </message>
</context>
<context>
    <name>FirstPanel</name>
    <message>
        <source>A phrase or a policy&apos;s name, then Enter</source>
        <translation>词语或政策名称，按回车</translation>
    </message>
    <message>
        <source>The phrase whose first use is looked for; Enter looks for it</source>
        <translation>要查首提的词语；按回车查找</translation>
    </message>
    <message>
        <source>New in</source>
        <translation>新提法</translation>
    </message>
    <message>
        <source>Short phrases and names in quotation marks that two reports of this year have, and no report of an earlier year that is here</source>
        <translation>这一年至少两份报告有、而这里更早年度的报告都没有的短语和引号里的名称</translation>
    </message>
    <message>
        <source>New phrases; Enter goes to those who say it</source>
        <translation>新提法；回车看谁说到它</translation>
    </message>
    <message>
        <source>Who says it, the first one first; Enter shows the sentence</source>
        <translation>谁说到它，从最早的起；回车看原句</translation>
    </message>
    <message>
        <source>Years: the share of their reports that say it, by level</source>
        <translation>各年说到它的报告所占比例，分层级</translation>
    </message>
    <message>
        <source>No phrase that two reports of this year share is new in it.</source>
        <translation>这一年没有两份以上报告共有的新提法。</translation>
    </message>
    <message>
        <source>Who says it first</source>
        <translation>谁最先提出</translation>
    </message>
    <message>
        <source>Type a phrase above, or import the reports of several years: what is new in each stands here.</source>
        <translation>在上面输入一个词语；导入几个年度的报告后，这里列出每年的新提法。</translation>
    </message>
    <message>
        <source>no report here says “{0}”</source>
        <translation>这里没有报告说到“{0}”</translation>
    </message>
</context>
<context>
    <name>Folds</name>
    <message>
        <source>Lines left out: {0}</source>
        <translation>已略去 {0} 行</translation>
    </message>
</context>
<context>
    <name>FulfilmentTree</name>
    <message>
        <source>Under no heading</source>
        <translation>不在标题下</translation>
    </message>
    <message>
        <source>{0} (judged by {1})</source>
        <translation>{0}（由 {1} 年报告核对）</translation>
    </message>
    <message>
        <source>{0}: {1} promises give a figure that is due by then</source>
        <translation>{0}：{1} 项承诺给出了到期的数量</translation>
    </message>
    <message>
        <source>{0}: {1} promises, {2} marked by people</source>
        <translation>{0}：{1} 项承诺，其中 {2} 项经人工标记</translation>
    </message>
    <message>
        <source>The reports between are missing: its figures do not compare with those of reports that follow each other.</source>
        <translation>中间缺报告：这一行的数字不能与逐年相接的报告比较。</translation>
    </message>
    <message>
        <source>{0} of {1} promises with a figure are answered, {2} so that it can be checked</source>
        <translation>{1} 项量化承诺中 {0} 项有反馈，其中 {2} 项可以核对</translation>
    </message>
    <message>
        <source>No feedback rate: that is what the report of the next year answers, and it is missing.</source>
        <translation>没有反馈率：反馈率看的是下一年的报告怎样回应，这里缺下一年的报告。</translation>
    </message>
    <message>
        <source>Report, section</source>
        <translation>报告、章节</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>What became of them</source>
        <translation>兑现情况</translation>
    </message>
    <message>
        <source>With a figure</source>
        <translation>量化承诺</translation>
    </message>
    <message>
        <source>Feedback rate</source>
        <translation>反馈率</translation>
    </message>
    <message>
        <source>Feedback rate (after Yang Jun, Chinese Public Administration 2013, no. 5): of the promises that give a figure due by the year looked back on, the share that the next report answers at all, directly, by implication or vaguely. By hand he found 67% in 150 reports of 15 cities, 2002 to 2011.</source>
        <translation>反馈率（杨君，《中国行政管理》2013 年第 5 期）：给出数量且已到期的承诺中，下一份报告作出反馈的比例，主动、间接、模糊的反馈都算。他对 15 个城市 2002—2011 年的 150 份报告逐一核对，得到 67%。</translation>
    </message>
</context>
<context>
    <name>Glosses</name>
    <message>
        <source>from {0}</source>
        <translation>移自 {0}</translation>
    </message>
    <message>
        <source>Moved here from {0}</source>
        <translation>由 {0} 移来</translation>
    </message>
    <message>
        <source>to {0}</source>
        <translation>移至 {0}</translation>
    </message>
    <message>
        <source>Moved to {0}</source>
        <translation>移至 {0}</translation>
    </message>
    <message>
        <source>Click, or Ctrl+J: to the other side and back</source>
        <translation>单击或按 Ctrl+J：到另一侧，再按返回</translation>
    </message>
    <message>
        <source>New: the earlier text does not have it</source>
        <translation>新增：前一份没有</translation>
    </message>
    <message>
        <source>Dropped: the later text does not have it</source>
        <translation>删去：后一份没有</translation>
    </message>
    <message>
        <source>Reworded; before: {0}</source>
        <translation>改写；原为：{0}</translation>
    </message>
    <message>
        <source>Reworded; now: {0}</source>
        <translation>改写；现为：{0}</translation>
    </message>
</context>
<context>
    <name>GoBar</name>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>45 or p12</source>
        <translation>45 或 p12</translation>
    </message>
    <message>
        <source>Line or page to go to</source>
        <translation>要转到的行或页</translation>
    </message>
    <message>
        <source>Close (Enter); Esc goes back to where you were</source>
        <translation>关闭（回车）；按 Esc 回到原处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Going</name>
    <message>
        <source>lines {0} to {1}</source>
        <translation>第 {0} 行至第 {1} 行</translation>
    </message>
    <message>
        <source>this file has no pages; {0}</source>
        <translation>这份文件没有页码；{0}</translation>
    </message>
    <message>
        <source>, pages p{0} to p{1}</source>
        <translation>，页码 p{0} 至 p{1}</translation>
    </message>
    <message>
        <source>line {0} is empty: line {1}</source>
        <translation>第 {0} 行是空行，显示第 {1} 行</translation>
    </message>
</context>
<context>
    <name>GuideDialog</name>
    <message>
        <source>User guide</source>
        <translation>使用手册</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>手册各页</translation>
    </message>
    <message>
        <source>Find in the guide</source>
        <translation>在手册中查找</translation>
    </message>
    <message>
        <source>Pages with these words; Enter or F3 goes to the next place (Ctrl+F)</source>
        <translation>含这些词语的页面；按回车或 F3 到下一处（Ctrl+F）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Back to where you read before (Alt+Left)</source>
        <translation>回到先前读的地方（Alt+←）</translation>
    </message>
    <message>
        <source>Copied, to be opened in a browser: {0}</source>
        <translation>已复制，可在浏览器中打开：{0}</translation>
    </message>
    <message>
        <source>No page holds these words.</source>
        <translation>没有含这些词语的页面。</translation>
    </message>
</context>
<context>
    <name>GuideLink</name>
    <message>
        <source>User guide</source>
        <translation>使用手册</translation>
    </message>
    <message>
        <source>What can be done here, step by step (Shift+F1)</source>
        <translation>这里可以做什么，一步一步说明（Shift+F1）</translation>
    </message>
</context>
<context>
    <name>HandLinksDialog</name>
    <message>
        <source>belong together</source>
        <translation>对应</translation>
    </message>
    <message>
        <source>do not belong together</source>
        <translation>不对应</translation>
    </message>
    <message>
        <source>left: no counterpart</source>
        <translation>左边一节没有对应</translation>
    </message>
    <message>
        <source>right: no counterpart</source>
        <translation>右侧此节没有对应</translation>
    </message>
    <message>
        <source> (heading is gone)</source>
        <translation>（标题已不在）</translation>
    </message>
    <message>
        <source>Set two reports side by side first.</source>
        <translation>请先把两份报告并排打开。</translation>
    </message>
    <message>
        <source>What was set right by hand between {0} and {1}. Take a line back, and the program decides again; Ctrl+Z brings it back.</source>
        <translation>{0} 与 {1} 之间人工改正过的对应。撤回一条，就重新由程序判断；按 Ctrl+Z 可恢复。</translation>
    </message>
    <message>
        <source>Nothing was set right by hand between {0} and {1}. Drag from the margin of a section, or from a heading of an outline, to a section of the other text.</source>
        <translation>{0} 与 {1} 之间还没有人工改正。从一节左侧的页边，或从大纲里的标题，拖到另一边的一节，即可使两节对应。</translation>
    </message>
    <message>
        <source>Links by hand</source>
        <translation>人工对应</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Left section</source>
        <translation>左边的章节</translation>
    </message>
    <message>
        <source>Right section</source>
        <translation>右边的章节</translation>
    </message>
    <message>
        <source>By</source>
        <translation>何人何时</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Show both sections level with each other (Enter)</source>
        <translation>把两节对齐显示（回车）</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Forget this one word; the rest is lined up anew (Delete)</source>
        <translation>只撤回这一条，其余重新对齐（Delete）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>HoverTips</name>
    <message>
        <source>Click: the nearest sections of the other report</source>
        <translation>单击：另一份报告中最相近的章节</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import reports</source>
        <translation>导入报告</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What to do with a document that is in the workspace already</source>
        <translation>工作区中已有这份文件时怎样处理</translation>
    </message>
    <message>
        <source>Import at once next time, without this window</source>
        <translation>不再显示，下次直接导入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Documents: {0}</source>
        <translation>共 {0} 份</translation>
    </message>
    <message>
        <source>Known: {0}</source>
        <translation>已有 {0}</translation>
    </message>
    <message>
        <source>Unreadable: {0}</source>
        <translation>无法读取 {0}</translation>
    </message>
    <message>
        <source>Passed over: {0}</source>
        <translation>略过 {0}</translation>
    </message>
    <message>
        <source>Import {0}</source>
        <translation>导入 {0} 份</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{0} is in the library already, with another text.</source>
        <translation>库中已有 {0}，文本不同。</translation>
    </message>
    <message>
        <source>The same text is there already: {0}.</source>
        <translation>相同的文本已经有了：{0}。</translation>
    </message>
    <message>
        <source>This very file is there already: {0}. Correct it in the library.</source>
        <translation>这个文件已经有了：{0}。要更正，请在报告库中打开它。</translation>
    </message>
    <message>
        <source>This very file is there already: {0}.</source>
        <translation>这个文件已经有了：{0}。</translation>
    </message>
    <message>
        <source>It does not look like a report; it comes in only with a tick.</source>
        <translation>看起来不是报告；左边打了勾才会导入。</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>两份都保留</translation>
    </message>
    <message>
        <source>Take its place, with its marks</source>
        <translation>替换已有报告，保留其标记</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>不导入</translation>
    </message>
</context>
<context>
    <name>IncomingMarks</name>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本工作区</translation>
    </message>
    <message>
        <source>New promise</source>
        <translation>新增承诺</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>Nobody has set this promise right here</source>
        <translation>这里还没有人改过这项承诺</translation>
    </message>
    <message>
        <source>The promise is like that here: nothing to take</source>
        <translation>这里的承诺已是这样，不必导入</translation>
    </message>
    <message>
        <source>This promise was marked or set right here: tick it to take theirs</source>
        <translation>这项承诺在这里标记过或改过；勾选即以对方的为准</translation>
    </message>
    <message>
        <source>A promise that your colleague added; it comes with its mark</source>
        <translation>同事添加的承诺，连同其标记一并导入</translation>
    </message>
    <message>
        <source>Nobody has marked this promise here</source>
        <translation>这项承诺在本工作区尚未标记</translation>
    </message>
    <message>
        <source>Marked the same way here: nothing to take</source>
        <translation>与本工作区的标记相同，无需导入</translation>
    </message>
    <message>
        <source>Marked in another way here: tick it to take theirs</source>
        <translation>与本工作区的标记不同：勾选则采用文件中的</translation>
    </message>
    <message>
        <source>The report, or the promise in it, is not here</source>
        <translation>本工作区没有这份报告，或其中没有这项承诺</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>No such promise here</source>
        <translation>无处安放</translation>
    </message>
</context>
<context>
    <name>IndicatorHeads</name>
    <message>
        <source>Main goals first</source>
        <translation>主要目标在前</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>Most moved goals first</source>
        <translation>目标变动多的在前</translation>
    </message>
    <message>
        <source>Most missed goals first</source>
        <translation>未达目标多的在前</translation>
    </message>
    <message>
        <source>All names</source>
        <translation>全部名称</translation>
    </message>
    <message>
        <source>The years of a region, or the regions of a year</source>
        <translation>一个地区的各年，或一年的各地区</translation>
    </message>
    <message>
        <source>The year that goals and results are of</source>
        <translation>目标和完成所属的年度</translation>
    </message>
    <message>
        <source>What the indicators are sorted by</source>
        <translation>指标的排列方式</translation>
    </message>
    <message>
        <source>Show only indicators with these words</source>
        <translation>只列含有这些字的指标</translation>
    </message>
    <message>
        <source>Also figures whose name is not in the program&apos;s list of indicators, under the words of the text</source>
        <translation>也列出名称不在指标词表中的数字，用报告自己的说法</translation>
    </message>
    <message>
        <source>Filter indicators</source>
        <translation>筛选指标</translation>
    </message>
    <message>
        <source>{0} of {1} indicators</source>
        <translation>{1} 项指标中的 {0} 项</translation>
    </message>
    <message>
        <source>Indicators: {0}</source>
        <translation>指标 {0} 项</translation>
    </message>
    <message>
        <source>{0} ({1} regions)</source>
        <translation>{0}（{1} 个地区）</translation>
    </message>
    <message>
        <source>{0} ({1} reports)</source>
        <translation>{0}（{1} 份）</translation>
    </message>
</context>
<context>
    <name>IndicatorTable</name>
    <message>
        <source>No report at hand gives a figure</source>
        <translation>现有报告没有给出数字</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>No goal any more: the plan before had one</source>
        <translation>没有目标了：上一份报告还有</translation>
    </message>
    <message>
        <source>No report at hand plans for this year</source>
        <translation>手头没有安排这一年的报告</translation>
    </message>
    <message>
        <source>result</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>No report at hand looks back on this year</source>
        <translation>手头没有回顾这一年的报告</translation>
    </message>
    <message>
        <source>No result found, though a report looks back on the year</source>
        <translation>未见结果：有报告回顾了这一年，但没有找到这个数字</translation>
    </message>
    <message>
        <source>The result is {0}.</source>
        <translation>完成数{0}。</translation>
    </message>
    <message>
        <source>The reports that plan for it and look back on it give no figure</source>
        <translation>安排和回顾这一年的报告都没有给出数字</translation>
    </message>
    <message>
        <source>The report that plans for it gives no figure</source>
        <translation>安排这一年的报告没有给出数字</translation>
    </message>
    <message>
        <source>The report that looks back on it gives no figure</source>
        <translation>回顾这一年的报告没有给出数字</translation>
    </message>
    <message>
        <source>No report at hand speaks of this year</source>
        <translation>手头没有讲到这一年的报告</translation>
    </message>
    <message>
        <source>{0} ({1}: {2})</source>
        <translation>{0}（{1}年：{2}）</translation>
    </message>
    <message>
        <source>The goal was moved since the plan before: {0}</source>
        <translation>与上一份报告相比，目标有变动：{0}</translation>
    </message>
    <message>
        <source>{0} {1} — {2}: “{3}”</source>
        <translation>{0} {1} — {2}：“{3}”</translation>
    </message>
</context>
<context>
    <name>Indicators</name>
    <message>
        <source>{0} est.</source>
        <translation>预计 {0}</translation>
    </message>
    <message>
        <source>above the goal</source>
        <translation>高于目标</translation>
    </message>
    <message>
        <source>at the goal</source>
        <translation>与目标持平</translation>
    </message>
    <message>
        <source>below the goal</source>
        <translation>低于目标</translation>
    </message>
    <message>
        <source>eased</source>
        <translation>放宽</translation>
    </message>
    <message>
        <source>softer</source>
        <translation>措辞变软</translation>
    </message>
    <message>
        <source>reworded</source>
        <translation>换了说法</translation>
    </message>
    <message>
        <source>put off</source>
        <translation>推后</translation>
    </message>
</context>
<context>
    <name>IndicatorsView</name>
    <message>
        <source>Indicators; Enter shows goal and result in their reports</source>
        <translation>指标；按回车到报告中看目标和完成的原文</translation>
    </message>
    <message>
        <source>No indicator matches</source>
        <translation>没有符合的指标</translation>
    </message>
    <message>
        <source>No indicator has these words. Perhaps its name is not in the list?</source>
        <translation>没有指标含有这些字。也许它的名称不在词表中？</translation>
    </message>
    <message>
        <source>Show all names</source>
        <translation>列出全部名称</translation>
    </message>
    <message>
        <source>{0} indicators</source>
        <translation>{0}指标</translation>
    </message>
    <message>
        <source>Goals and results, year by year</source>
        <translation>逐年对照目标与完成</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Open or make a workspace in the File menu, or look at the samples.</source>
        <translation>在“文件”菜单中新建或打开工作区，或先看示例。</translation>
    </message>
    <message>
        <source>Open the sample workspace</source>
        <translation>打开示例工作区</translation>
    </message>
    <message>
        <source>Nothing was gathered.</source>
        <translation>没有整理出结果。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Import a work report whose region and year are known.</source>
        <translation>请导入一份已知地区和年度的工作报告。</translation>
    </message>
    <message>
        <source>The indicators of {0} are being gathered…</source>
        <translation>正在整理{0}的指标……</translation>
    </message>
    <message>
        <source>These reports give no figures.</source>
        <translation>这些报告没有给出数字。</translation>
    </message>
</context>
<context>
    <name>Kappa</name>
    <message>
        <source>Less than chance alone would give: talk about the definitions.</source>
        <translation>比碰巧一致还低：请先统一对结论定义的理解。</translation>
    </message>
    <message>
        <source>Hardly more than chance: talk about the definitions.</source>
        <translation>只略高于碰巧：请先统一对结论定义的理解。</translation>
    </message>
    <message>
        <source>Fair beyond chance, too little to rely on one reader alone.</source>
        <translation>一致程度一般，不宜只靠一人的标记。</translation>
    </message>
    <message>
        <source>Moderate beyond chance: settle the differences below.</source>
        <translation>一致程度中等：请逐条商定分歧。</translation>
    </message>
    <message>
        <source>Substantial beyond chance.</source>
        <translation>一致程度较高。</translation>
    </message>
    <message>
        <source>Almost perfect beyond chance.</source>
        <translation>几乎完全一致。</translation>
    </message>
    <message>
        <source>No promise is marked by both yet.</source>
        <translation>还没有两人都标记过的承诺。</translation>
    </message>
    <message>
        <source>Both gave one and the same verdict throughout: chance cannot be told from agreement.</source>
        <translation>两人自始至终只用了同一个结论，无法与碰巧区分。</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘操作</translation>
    </message>
    <message>
        <source>What you want to do, or a key</source>
        <translation>想做什么，或某个键</translation>
    </message>
    <message>
        <source>Filter keyboard shortcuts</source>
        <translation>筛选快捷键</translation>
    </message>
    <message>
        <source>Words of an action or of a key: link, Ctrl, F7</source>
        <translation>操作或按键中的字：对应、Ctrl、F7</translation>
    </message>
    <message>
        <source>No action and no key holds these words.</source>
        <translation>没有含这些字的操作或按键。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Close without your corrections ({0})?</source>
        <translation>要放弃这里的 {0} 处更正吗？</translation>
    </message>
    <message>
        <source>They are stored nowhere yet.</source>
        <translation>这些更正还没有保存。</translation>
    </message>
    <message>
        <source>Discard corrections</source>
        <translation>放弃更正</translation>
    </message>
    <message>
        <source>Go on correcting</source>
        <translation>继续更正</translation>
    </message>
    <message>
        <source>Not written yet</source>
        <translation>尚未写入</translation>
    </message>
    <message>
        <source>{0} of your changes are not written: no answer comes.</source>
        <translation>有 {0} 项改动尚未写入：服务器没有回应。</translation>
    </message>
    <message>
        <source>They are kept on this computer, and offered when the shared workspace is opened next.</source>
        <translation>这些改动已存在本机，下次打开这个共享工作区时会问是否写入。</translation>
    </message>
    <message>
        <source>Leave, write them later</source>
        <translation>离开，以后再写入</translation>
    </message>
    <message>
        <source>They wait in this window and would be lost if you leave it now.</source>
        <translation>这些改动只留在本窗口中，现在离开就会丢失。</translation>
    </message>
    <message>
        <source>Leave and lose them</source>
        <translation>放弃并离开</translation>
    </message>
    <message>
        <source>Wait for the connection</source>
        <translation>等待恢复连接</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>New words</source>
        <translation>新增字句</translation>
    </message>
    <message>
        <source>Dropped words</source>
        <translation>删去字句</translation>
    </message>
    <message>
        <source>New sentences</source>
        <translation>新增整句</translation>
    </message>
    <message>
        <source>Dropped sentences</source>
        <translation>删去整句</translation>
    </message>
    <message>
        <source>Nothing answers it</source>
        <translation>没有回应</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>移位</translation>
    </message>
    <message>
        <source>Other figure</source>
        <translation>数字不同</translation>
    </message>
    <message>
        <source>Higher, lower</source>
        <translation>数值升、降</translation>
    </message>
    <message>
        <source>Firmer, softer</source>
        <translation>语气硬、软</translation>
    </message>
    <message>
        <source>Gone at the right</source>
        <translation>右栏已无</translation>
    </message>
    <message>
        <source>The first column shows what the second has no more, each other one what is new beside its left neighbour. A bar at the right edge marks what the next column has no more.</source>
        <translation>第一栏标出第二栏已无的内容，其余各栏标出与左栏相比新增的内容；右缘的虚线标出右栏已无的内容。</translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message>
        <source>Filter reports</source>
        <translation>筛选报告</translation>
    </message>
    <message>
        <source>Region, year or title; also in pinyin: sz or suzhou finds 苏州</source>
        <translation>按地区、年份或标题筛选；地区也可输入拼音：sz 或 suzhou 都能找到苏州</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>报告库</translation>
    </message>
    <message>
        <source>How the library is shown</source>
        <translation>报告库的显示方式</translation>
    </message>
    <message>
        <source>No report matches</source>
        <translation>没有符合的报告</translation>
    </message>
    <message>
        <source>No region, year or title holds these words.</source>
        <translation>地区、年度和标题中都没有这些字。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>No workspace</source>
        <translation>没有工作区</translation>
    </message>
    <message>
        <source>Workspaces: recent ones, the sample, a new one</source>
        <translation>工作区：最近使用的、示例、新建</translation>
    </message>
    <message>
        <source>Workspace: {0}</source>
        <translation>工作区：{0}</translation>
    </message>
    <message>
        <source>No workspace is open</source>
        <translation>没有打开工作区</translation>
    </message>
    <message>
        <source>Look at the samples, or make a workspace of your own.</source>
        <translation>可以先看看示例，或者新建自己的工作区。</translation>
    </message>
    <message>
        <source>Drop files or folders anywhere in the window, paste a text, or choose.</source>
        <translation>把文件或文件夹拖到窗口任意处，粘贴全文，或点按钮选择。</translation>
    </message>
    <message>
        <source>Open the sample workspace</source>
        <translation>打开示例工作区</translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation>新建工作区…</translation>
    </message>
    <message>
        <source>No reports yet</source>
        <translation>还没有报告</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
</context>
<context>
    <name>LineText</name>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
</context>
<context>
    <name>LineWords</name>
    <message>
        <source>Level 1</source>
        <translation>一级标题</translation>
    </message>
    <message>
        <source>Level 2</source>
        <translation>二级标题</translation>
    </message>
    <message>
        <source>Level 3</source>
        <translation>三级标题</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>接上行</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>略去</translation>
    </message>
    <message>
        <source>Heading, level 1</source>
        <translation>设为一级标题</translation>
    </message>
    <message>
        <source>Heading, level 2</source>
        <translation>设为二级标题</translation>
    </message>
    <message>
        <source>Heading, level 3</source>
        <translation>设为三级标题</translation>
    </message>
    <message>
        <source>No heading</source>
        <translation>不是标题</translation>
    </message>
    <message>
        <source>Continues the line above</source>
        <translation>接上一行</translation>
    </message>
    <message>
        <source>Begins a paragraph</source>
        <translation>另起一段</translation>
    </message>
    <message>
        <source>No part of the report</source>
        <translation>不属于报告</translation>
    </message>
    <message>
        <source>Part of the report</source>
        <translation>属于报告</translation>
    </message>
    <message>
        <source>Take back what I said</source>
        <translation>撤回对此行的更正</translation>
    </message>
</context>
<context>
    <name>LinkDrag</name>
    <message>
        <source>Only neighbours can be linked</source>
        <translation>只有相邻两栏的章节才能对应</translation>
    </message>
    <message>
        <source>Top parts belong together by their kind; drag a section inside them</source>
        <translation>一级部分按类型自动对应；请拖动其中的小节</translation>
    </message>
    <message>
        <source>Not compared with each other</source>
        <translation>这两节所在部分不作比较</translation>
    </message>
</context>
<context>
    <name>LostMarksDialog</name>
    <message>
        <source>Marks whose text is gone</source>
        <translation>找不到原文的标记</translation>
    </message>
    <message>
        <source>The words that these marks stood on are no longer in the report. Choose a mark here and its promise in the table, then place it.</source>
        <translation>这些标记所依据的文字已不在报告中。在此选择标记，在表中选择对应的承诺，然后放回。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Show its report</source>
        <translation>查看所在报告</translation>
    </message>
    <message>
        <source>Place on the chosen promise</source>
        <translation>放到所选承诺上</translation>
    </message>
    <message>
        <source>No promise is chosen in the table.</source>
        <translation>表中没有选择承诺。</translation>
    </message>
    <message>
        <source>Chosen promise: {0}</source>
        <translation>所选承诺：{0}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Mark</source>
        <translation>标记(&amp;M)</translation>
    </message>
    <message>
        <source>duizhang</source>
        <translation>对账</translation>
    </message>
    <message>
        <source>{0} (read only)</source>
        <translation>{0}（只读）</translation>
    </message>
</context>
<context>
    <name>MarkAsDialog</name>
    <message>
        <source>Mark as</source>
        <translation>标记人</translation>
    </message>
    <message>
        <source>My own marks</source>
        <translation>我的标记</translation>
    </message>
    <message>
        <source>My name</source>
        <translation>我的姓名</translation>
    </message>
    <message>
        <source>Stands beside every mark from now on; earlier marks keep their names</source>
        <translation>此后写在每个标记旁；以前的标记姓名不变</translation>
    </message>
    <message>
        <source>They are the marks of the workspace: shown in tables, printed in handouts.</source>
        <translation>即本工作区的标记：显示在表格中，印在对照表上。</translation>
    </message>
    <message>
        <source>A second reading, blind</source>
        <translation>第二遍核对（盲核）</translation>
    </message>
    <message>
        <source>Name of the second reader</source>
        <translation>第二遍核对人的姓名</translation>
    </message>
    <message>
        <source>Whose second reading it is; choose one that was begun, or type a new name.</source>
        <translation>由谁复核：可选已开始的一位，也可输入新的姓名。</translation>
    </message>
    <message>
        <source>For checking how reliable the marks are: whoever reads a second time sees none of the first marks, notes and passages said to be evidence. Both are compared afterwards under “Agreement of two readers”.</source>
        <translation>用来检验标记是否可靠：核对第二遍的人看不到第一遍的标记、批注和认定的依据。核对完在“两人一致程度”中比较。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>MarkBar</name>
    <message>
        <source>Note (M)</source>
        <translation>备注 (M)</translation>
    </message>
    <message>
        <source>This workspace can only be read</source>
        <translation>这个工作区只能阅读</translation>
    </message>
    <message>
        <source>Note on this promise</source>
        <translation>这项承诺的备注</translation>
    </message>
    <message>
        <source>Next unmarked</source>
        <translation>下一条未标记</translation>
    </message>
    <message>
        <source>Next promise without a mark (N)</source>
        <translation>下一条未标记的承诺 (N)</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>附上文件</translation>
    </message>
    <message>
        <source>Write the path of a file behind the note (A); links can be pasted. Never opened.</source>
        <translation>把文件路径写到备注后面（A）；网址可直接粘贴。程序不会打开它们</translation>
    </message>
    <message>
        <source>What the verdicts mean</source>
        <translation>判定标准</translation>
    </message>
    <message>
        <source>What the verdicts mean (?)</source>
        <translation>判定标准（?）</translation>
    </message>
    <message>
        <source>Attach a file, as text</source>
        <translation>附上文件（只记路径）</translation>
    </message>
</context>
<context>
    <name>MarkMenu</name>
    <message>
        <source>Clear the mark</source>
        <translation>清除标记</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>Next unmarked promise</source>
        <translation>下一条未标记的承诺</translation>
    </message>
    <message>
        <source>This is it</source>
        <translation>是这一处</translation>
    </message>
    <message>
        <source>Not this one</source>
        <translation>不是这一处</translation>
    </message>
    <message>
        <source>Next passage</source>
        <translation>下一处依据</translation>
    </message>
    <message>
        <source>Open beside the promise</source>
        <translation>在承诺旁打开依据</translation>
    </message>
    <message>
        <source>Copy the promise</source>
        <translation>复制承诺</translation>
    </message>
</context>
<context>
    <name>MarkProgress</name>
    <message>
        <source>Marked {0} of {1}</source>
        <translation>已标记 {0} / {1}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>{0} of {1} reports read</source>
        <translation>已读取 {0}/{1} 份报告</translation>
    </message>
    <message>
        <source>{0} of {1} reports judged, going on</source>
        <translation>已对账 {0}/{1} 份报告，进行中</translation>
    </message>
    <message>
        <source>{0} of {1} reports judged</source>
        <translation>已对账 {0}/{1} 份报告</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Judge the promises of the other reports, too</source>
        <translation>继续对账其余报告的承诺</translation>
    </message>
    <message>
        <source>Judge no further reports for now; what is there stays</source>
        <translation>暂不再对账其余报告，已有的保留</translation>
    </message>
    <message>
        <source>Unmarked</source>
        <translation>未标记</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>把握不大</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>判断不一</translation>
    </message>
    <message>
        <source>Next promise without a mark (N)</source>
        <translation>下一条未标记的承诺 (N)</translation>
    </message>
    <message>
        <source>The most doubtful unmarked promise: those with figures first, then by rising certainty (L). Counted are all that nothing settles, or whose certainty is below 60%</source>
        <translation>最没把握的未标记承诺：有数字的在前，把握小的在前（L）。这里计入的是无法判断的，以及把握不足60%的</translation>
    </message>
    <message>
        <source>Next promise that you and the program judge differently (D)</source>
        <translation>下一条人工与程序判断不一的承诺 (D)</translation>
    </message>
</context>
<context>
    <name>MarksDialog</name>
    <message>
        <source>Import marks</source>
        <translation>导入标记</translation>
    </message>
    <message>
        <source>Marks of the file</source>
        <translation>文件中的标记</translation>
    </message>
    <message>
        <source>Take theirs at every conflict</source>
        <translation>冲突处全部采用文件中的标记</translation>
    </message>
    <message>
        <source>What you said stays in the history, and Ctrl+Z brings it back</source>
        <translation>原来的标记留在历史中，Ctrl+Z 可恢复</translation>
    </message>
    <message>
        <source>Take the ticked ones over here</source>
        <translation>把勾选的导入到这里</translation>
    </message>
    <message>
        <source>Take all marks as a second reading by</source>
        <translation>全部标记作为第二遍核对，核对人</translation>
    </message>
    <message>
        <source>They change no mark and no promise here, and are compared under “Agreement of two readers”</source>
        <translation>不改动这里的标记和承诺，在“两人一致程度”中比较</translation>
    </message>
    <message>
        <source>“{0}”: marks {1}, promises set right by hand {2}.  {3}</source>
        <translation>“{0}”：标记 {1} 条，人工改动的承诺 {2} 项。{3}</translation>
    </message>
    <message>
        <source>“{0}”: marks {1}.  {2}</source>
        <translation>“{0}”：标记 {1} 条。{2}</translation>
    </message>
    <message>
        <source>Take over {0}</source>
        <translation>导入 {0} 项</translation>
    </message>
    <message>
        <source>Name of the second reader</source>
        <translation>第二遍核对人的姓名</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Look and correct…</source>
        <translation>查看并更正…</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用同事的</translation>
    </message>
    <message>
        <source>Write them</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>舍弃</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>查看…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>MetStrip</name>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Write yours over the colleague&apos;s; both stay in the history (Ctrl+Alt+M)</source>
        <translation>写入您的结论，覆盖同事的；两者都留在历史中（Ctrl+Alt+M）</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用同事的</translation>
    </message>
    <message>
        <source>The colleague&apos;s stands; yours stays in the history (Ctrl+Alt+T)</source>
        <translation>以同事的为准；您的留在历史中（Ctrl+Alt+T）</translation>
    </message>
</context>
<context>
    <name>ModeSwitch</name>
    <message>
        <source>Side by side</source>
        <translation>并排对读</translation>
    </message>
    <message>
        <source>One column</source>
        <translation>单栏</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Plan against review</source>
        <translation>承诺对落实</translation>
    </message>
    <message>
        <source>The reports beside each other, section by section</source>
        <translation>两份报告并排，逐节对读</translation>
    </message>
    <message>
        <source>The later report, with what was dropped struck through at its old place</source>
        <translation>以后一份报告为底，删去的文字在原处划线标出</translation>
    </message>
    <message>
        <source>Only what belongs together: a card for each pair of sections, with its figures</source>
        <translation>只看对应的章节：每对一张卡片，数字变动标在卡片上</translation>
    </message>
    <message>
        <source>What the earlier report planned beside what the later one reports as done</source>
        <translation>前一份报告的工作安排，对照后一份报告的工作回顾</translation>
    </message>
</context>
<context>
    <name>NameOffer</name>
    <message>
        <source>Leave it</source>
        <translation>不用</translation>
    </message>
    <message>
        <source>Is “{0}” the same as “{1}”, in other reports and years too?</source>
        <translation>“{0}”就是“{1}”吗？记下后，其他报告和以后各年也照此核对。</translation>
    </message>
    <message>
        <source>Are “{0}” and “{1}” two things, in other reports and years too?</source>
        <translation>“{0}”与“{1}”不是一回事吗？记下后，其他报告和以后各年也照此核对。</translation>
    </message>
    <message>
        <source>Yes, the same</source>
        <translation>是，记下</translation>
    </message>
    <message>
        <source>Yes, two things</source>
        <translation>不是一回事，记下</translation>
    </message>
</context>
<context>
    <name>NamesDialog</name>
    <message>
        <source>is</source>
        <translation>就是</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>不是</translation>
    </message>
    <message>
        <source>written by hand</source>
        <translation>手工添加</translation>
    </message>
    <message>
        <source>from a passage</source>
        <translation>认定依据时记下</translation>
    </message>
    <message>
        <source>all regions</source>
        <translation>所有地区</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称对照</translation>
    </message>
    <message>
        <source>Which names are one thing and which are not. They act wherever reports of the region, or of the levels above and below it, are checked, in every year.</source>
        <translation>哪些名称是一回事，哪些不是。核对本地区及其上下级的报告时，历年都照此处理。</translation>
    </message>
    <message>
        <source>A name (S1线)</source>
        <translation>名称（如 S1线）</translation>
    </message>
    <message>
        <source>Another (11号线)</source>
        <translation>另一名称（如 11号线）</translation>
    </message>
    <message>
        <source>A name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>另一个名称</translation>
    </message>
    <message>
        <source>One thing, or two</source>
        <translation>是否一回事</translation>
    </message>
    <message>
        <source>Whether both names mean the same thing</source>
        <translation>两个名称是不是指同一件事</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Acts on promises here</source>
        <translation>在本报告中起作用的承诺数</translation>
    </message>
</context>
<context>
    <name>Nearest</name>
    <message>
        <source>Nearest to {0}</source>
        <translation>与{0}最相近的章节</translation>
    </message>
    <message>
        <source>Nothing is like {0}</source>
        <translation>没有与{0}相近的章节</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Set the two beside each other</source>
        <translation>设为对应</translation>
    </message>
</context>
<context>
    <name>NearestPanel</name>
    <message>
        <source>Other regions only</source>
        <translation>只看外地</translation>
    </message>
    <message>
        <source>Same year only</source>
        <translation>只看同年</translation>
    </message>
    <message>
        <source>The report that the others are compared with</source>
        <translation>以哪份报告为准来比</translation>
    </message>
    <message>
        <source>Leave out the other years of the same region</source>
        <translation>不列同一地区其他年度的</translation>
    </message>
    <message>
        <source>Leave out reports of other years</source>
        <translation>不列其他年度的</translation>
    </message>
    <message>
        <source>Reports, the nearest first; Enter sets both side by side</source>
        <translation>最相近的排在前；回车把两份并排</translation>
    </message>
    <message>
        <source>What both have in common; Enter shows it in both reports</source>
        <translation>两份的相近之处；回车在两份报告里看</translation>
    </message>
    <message>
        <source>Nearest reports</source>
        <translation>相近报告</translation>
    </message>
    <message>
        <source>Import several reports: those that speak of the same things, and in the same words, are found here.</source>
        <translation>导入多份报告后，这里找出讲同样的事、用同样的话的报告。</translation>
    </message>
    <message>
        <source>Reports: {0}</source>
        <translation>{0} 份报告</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Note on this passage</source>
        <translation>对这段的批注</translation>
    </message>
    <message>
        <source>Ctrl+Enter saves, Esc leaves</source>
        <translation>Ctrl+Enter 保存，Esc 放弃</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Take the bookmark away with its note</source>
        <translation>连同批注去掉书签</translation>
    </message>
</context>
<context>
    <name>OfferSheet</name>
    <message>
        <source>Type to find: 苏州, sz, 2023</source>
        <translation>输入查找：苏州、sz、2023</translation>
    </message>
    <message>
        <source>Nothing has these words.</source>
        <translation>没有匹配的条目。</translation>
    </message>
</context>
<context>
    <name>OnlyReading</name>
    <message>
        <source>{0} copy</source>
        <translation>{0} 副本</translation>
    </message>
    <message>
        <source>Save a copy of the workspace</source>
        <translation>工作区另存副本</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>工作区</translation>
    </message>
</context>
<context>
    <name>Originals</name>
    <message>
        <source>Save the original file</source>
        <translation>另存原件</translation>
    </message>
</context>
<context>
    <name>OverviewBar</name>
    <message>
        <source>Overview of the text</source>
        <translation>全文概览</translation>
    </message>
    <message>
        <source>The whole text: blocks for what came or went, two lines for what moved, wedges for figures, a line across for a hit, a ribbon for a bookmark. Click or drag to go there.</source>
        <translation>全文概览：色块为新增或删去，双线为移位，三角为数字，横线为命中，小旗为书签。点击或拖动可到该处。</translation>
    </message>
</context>
<context>
    <name>OverviewView</name>
    <message>
        <source>The years of a region, or the regions of a year</source>
        <translation>一个地区的各年，或一年的各地区</translation>
    </message>
    <message>
        <source>Show only reports with these words in region, year or headings</source>
        <translation>只列地区、年度或标题中含有这些字的报告</translation>
    </message>
    <message>
        <source>Promises by report; Enter shows those that a number counts</source>
        <translation>各份报告的承诺；按回车列出数字所指的承诺</translation>
    </message>
    <message>
        <source>Filter reports</source>
        <translation>筛选报告</translation>
    </message>
    <message>
        <source>What became of the promises</source>
        <translation>承诺的兑现情况</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Open or make a workspace in the File menu, or look at the samples.</source>
        <translation>在“文件”菜单中新建或打开工作区，或先看示例。</translation>
    </message>
    <message>
        <source>Open the sample workspace</source>
        <translation>打开示例工作区</translation>
    </message>
    <message>
        <source>Nothing was counted.</source>
        <translation>没有统计出结果。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No report here is looked back on by a later one. Import the report of the year after, or choose another region.</source>
        <translation>这里还没有一份报告被后来的报告回顾。请导入下一年度的报告，或另选一个地区。</translation>
    </message>
    <message>
        <source>The promises are being judged…</source>
        <translation>正在核对承诺……</translation>
    </message>
    <message>
        <source>Reports: {0}</source>
        <translation>报告 {0} 份</translation>
    </message>
    <message>
        <source>Promises: {0}</source>
        <translation>承诺 {0} 项</translation>
    </message>
    <message>
        <source>Without a rate (no report of the next year): {0}</source>
        <translation>缺下一年的报告、不计反馈率：{0}</translation>
    </message>
    <message>
        <source>Feedback rate: {0}</source>
        <translation>反馈率 {0}</translation>
    </message>
    <message>
        <source>Not looked back on yet: {0}</source>
        <translation>尚无后续报告的 {0} 份</translation>
    </message>
</context>
<context>
    <name>Pace</name>
    <message>
        <source>less than a minute left</source>
        <translation>剩余不到 1 分钟</translation>
    </message>
    <message>
        <source>about {0} min left</source>
        <translation>约剩 {0} 分钟</translation>
    </message>
    <message>
        <source>about {0} h left</source>
        <translation>约剩 {0} 小时</translation>
    </message>
</context>
<context>
    <name>ParagraphText</name>
    <message>
        <source>The promise in its paragraph</source>
        <translation>承诺所在的段落</translation>
    </message>
</context>
<context>
    <name>PassageChoice</name>
    <message>
        <source>This is it</source>
        <translation>是这一处</translation>
    </message>
    <message>
        <source>Not this one</source>
        <translation>不是这一处</translation>
    </message>
    <message>
        <source>This passage answers the promise (Y)</source>
        <translation>这一处回答了这项承诺（Y）</translation>
    </message>
    <message>
        <source>This passage does not answer the promise (X)</source>
        <translation>这一处不是对这项承诺的回答（X）</translation>
    </message>
    <message>
        <source>This workspace can only be read</source>
        <translation>此工作区只能阅读</translation>
    </message>
</context>
<context>
    <name>PassageText</name>
    <message>
        <source>Passage</source>
        <translation>段落</translation>
    </message>
</context>
<context>
    <name>PictureSheet</name>
    <message>
        <source>Picture</source>
        <translation>图</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Print preview</source>
        <translation>打印预览</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Stop what runs; what is done so far stays</source>
        <translation>停止正在进行的工作，已完成的部分会保留</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>PromiseDelegate</name>
    <message>
        <source>by hand</source>
        <translation>人工</translation>
    </message>
</context>
<context>
    <name>PromiseFields</name>
    <message>
        <source>Status</source>
        <translation>完成情况</translation>
    </message>
    <message>
        <source>By machine</source>
        <translation>程序判断</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>人工标记</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>How it was answered</source>
        <translation>回应方式</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>With a figure, due in its year</source>
        <translation>量化且当年到期</translation>
    </message>
    <message>
        <source>Person and program disagree</source>
        <translation>人工与程序判断不一</translation>
    </message>
    <message>
        <source>Added or set right by hand</source>
        <translation>人工添加或改正</translation>
    </message>
    <message>
        <source>Has a note</source>
        <translation>有备注</translation>
    </message>
    <message>
        <source>Without a figure, or due later</source>
        <translation>未量化或以后到期</translation>
    </message>
    <message>
        <source>No disagreement</source>
        <translation>人工与程序没有分歧</translation>
    </message>
    <message>
        <source>As the program found it</source>
        <translation>程序识别，未经改动</translation>
    </message>
    <message>
        <source>Without a note</source>
        <translation>没有备注</translation>
    </message>
    <message>
        <source>Unknown region</source>
        <translation>地区未知</translation>
    </message>
    <message>
        <source>Year unknown</source>
        <translation>年份未知</translation>
    </message>
    <message>
        <source>No department named</source>
        <translation>未写明责任单位</translation>
    </message>
    <message>
        <source>Outside of sections</source>
        <translation>章节之外</translation>
    </message>
    <message>
        <source>Another report</source>
        <translation>其他报告</translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation>未标记</translation>
    </message>
    <message>
        <source>{0} chosen</source>
        <translation>已选 {0} 项</translation>
    </message>
</context>
<context>
    <name>PromiseFiltering</name>
    <message>
        <source>Add a condition</source>
        <translation>添加筛选条件</translation>
    </message>
    <message>
        <source>Save filter</source>
        <translation>保存筛选方案</translation>
    </message>
    <message>
        <source>Name of the filter:</source>
        <translation>方案名称：</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PromiseForm</name>
    <message>
        <source>What is promised, by when, and who answers for it</source>
        <translation>承诺什么，何时完成，由谁负责</translation>
    </message>
    <message>
        <source>For all {0} selected promises; what is left empty stays as it is</source>
        <translation>用于所选的{0}项承诺；留空的不变</translation>
    </message>
    <message>
        <source>Set the promise right</source>
        <translation>修改承诺</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What is promised, in as few words as can be</source>
        <translation>承诺的内容，越简短越好</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Headline target, quota, project or action</source>
        <translation>主要目标、数量任务、项目或举措</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Words of the time limit: 9月底前</source>
        <translation>时限的原话，如“9月底前”</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The reason, for the history; can stay empty</source>
        <translation>写入改动记录的理由，可不填</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Year by whose end it is due</source>
        <translation>应在哪一年年底前完成</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>The department responsible, as you call it</source>
        <translation>责任单位，按本单位的叫法填写</translation>
    </message>
    <message>
        <source>no year</source>
        <translation>不限年度</translation>
    </message>
    <message>
        <source>The promise is open-ended</source>
        <translation>没有期限的承诺</translation>
    </message>
    <message>
        <source>Keep the changes (Enter); Ctrl+Z takes them back</source>
        <translation>保存改动（Enter）；Ctrl+Z 可撤销</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change nothing (Esc)</source>
        <translation>不作改动（Esc）</translation>
    </message>
    <message>
        <source>As the program read it</source>
        <translation>恢复程序识别的内容</translation>
    </message>
    <message>
        <source>Forget what was set right by hand</source>
        <translation>收回人工所作的修改</translation>
    </message>
</context>
<context>
    <name>PromiseHeads</name>
    <message>
        <source>All reports</source>
        <translation>全部报告</translation>
    </message>
    <message>
        <source>All of {0}</source>
        <translation>{0}全部</translation>
    </message>
    <message>
        <source>This report</source>
        <translation>本报告</translation>
    </message>
    <message>
        <source>This region</source>
        <translation>本地区</translation>
    </message>
    <message>
        <source>Whole workspace</source>
        <translation>整个工作区</translation>
    </message>
    <message>
        <source>By {0}</source>
        <translation>按{0}分组</translation>
    </message>
    <message>
        <source>Not grouped</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Whose promises</source>
        <translation>承诺范围</translation>
    </message>
    <message>
        <source>One report, all reports of its region, or all there are, in one table</source>
        <translation>在一张表里查看一份报告、同一地区的全部报告，或整个工作区</translation>
    </message>
    <message>
        <source>Report whose promises are shown</source>
        <translation>要查看承诺的报告</translation>
    </message>
    <message>
        <source>The report that promised; later ones are looked through</source>
        <translation>作出承诺的报告；从以后的报告中查找完成情况</translation>
    </message>
    <message>
        <source>Filter promises</source>
        <translation>筛选承诺</translation>
    </message>
    <message>
        <source>Words of a promise, of its section, its department or your note</source>
        <translation>承诺、章节、责任单位或备注中的词语</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>添加筛选条件</translation>
    </message>
    <message>
        <source>Only promises of a kind, section, region, verdict … (F)</source>
        <translation>只看某一类别、章节、地区、判断……的承诺 (F)</translation>
    </message>
    <message>
        <source>Group promises</source>
        <translation>承诺分组</translation>
    </message>
    <message>
        <source>Put promises together under heads that fold; Left and Right do so too</source>
        <translation>把承诺归到可折叠的标题下；左右方向键也可折叠、展开</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Columns, groups, filters with a name, and the export of what is shown</source>
        <translation>列、分组、筛选方案，以及导出所列承诺</translation>
    </message>
</context>
<context>
    <name>PromiseHistory</name>
    <message>
        <source>no year</source>
        <translation>不限年度</translation>
    </message>
    <message>
        <source>what</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>time limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>no reason any more</source>
        <translation>删去理由</translation>
    </message>
    <message>
        <source>added as a promise</source>
        <translation>添加为承诺</translation>
    </message>
    <message>
        <source>set right</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>商定</translation>
    </message>
    <message>
        <source>second reading</source>
        <translation>第二遍</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>认定依据</translation>
    </message>
    <message>
        <source>ruled out</source>
        <translation>排除依据</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>清除标注</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>no promise</source>
        <translation>剔除：不是承诺</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>department</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>added</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>done again</source>
        <translation>已重做</translation>
    </message>
    <message>
        <source>moved with the text</source>
        <translation>随原文移动</translation>
    </message>
    <message>
        <source>text is gone</source>
        <translation>原文已不在</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>未采用</translation>
    </message>
</context>
<context>
    <name>PromiseMenu</name>
    <message>
        <source>Export what is shown…</source>
        <translation>导出所列承诺…</translation>
    </message>
    <message>
        <source>Save filter…</source>
        <translation>保存筛选方案…</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>筛选方案</translation>
    </message>
    <message>
        <source>Delete a filter</source>
        <translation>删除筛选方案</translation>
    </message>
    <message>
        <source>Open all groups</source>
        <translation>展开全部分组</translation>
    </message>
    <message>
        <source>Fold all groups</source>
        <translation>折叠全部分组</translation>
    </message>
    <message>
        <source>Sort in what was marked</source>
        <translation>重新排列已标记的承诺</translation>
    </message>
    <message>
        <source>Marked promises stay where they are until filter, group or order change</source>
        <translation>标记过的承诺留在原处，直到筛选、分组或排序改变</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>PromisePage</name>
    <message>
        <source>Import a report first; its promises are listed here.</source>
        <translation>请先导入报告，这里会列出其中的承诺。</translation>
    </message>
    <message>
        <source>Choose a report above, or double-click one in the library.</source>
        <translation>在上方选择一份报告，或在报告库中双击一份。</translation>
    </message>
    <message>
        <source>Promises, and what became of them</source>
        <translation>承诺及其下落</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Promises: {0}</source>
        <translation>承诺 {0} 项</translation>
    </message>
    <message>
        <source>{0} of {1} promises</source>
        <translation>{1} 项中的 {0} 项</translation>
    </message>
    <message>
        <source>judged by {0}</source>
        <translation>对照 {0}</translation>
    </message>
    <message>
        <source>No later report of this region yet; import one to judge by.</source>
        <translation>本地区还没有以后的报告；导入后即可对账。</translation>
    </message>
</context>
<context>
    <name>PromiseTable</name>
    <message>
        <source>As the width allows</source>
        <translation>按宽度自动选择</translation>
    </message>
</context>
<context>
    <name>PromiseWordsDialog</name>
    <message>
        <source> (text is gone)</source>
        <translation>（原文已不在）</translation>
    </message>
    <message>
        <source>Promises that were added, rejected or set right by hand. Take a line back, and what the program read is there again; Ctrl+Z brings the line back.</source>
        <translation>人工添加、剔除或修改过的承诺。收回一行，就恢复程序识别的内容；Ctrl+Z 可撤销收回。</translation>
    </message>
    <message>
        <source>Nothing was set right by hand in the promises of this report. In the table, F2 sets one right and Delete rejects it; in a text, select words to add one.</source>
        <translation>这份报告的承诺还没有人工改动。在承诺表中按 F2 修改、按 Delete 剔除；在报告中选中文字即可添加。</translation>
    </message>
    <message>
        <source>Promises set right by hand</source>
        <translation>人工改动过的承诺</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Words of the report</source>
        <translation>报告原文</translation>
    </message>
    <message>
        <source>Instead</source>
        <translation>改为</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>By</source>
        <translation>由谁</translation>
    </message>
    <message>
        <source>Why…</source>
        <translation>理由…</translation>
    </message>
    <message>
        <source>Write the reason beside the chosen word (W)</source>
        <translation>在所选一行写明理由（W）</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Forget this word: a rejected promise is one again (Delete)</source>
        <translation>收回这一改动：被剔除的重新算作承诺（Delete）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
</context>
<context>
    <name>ReaderBand</name>
    <message>
        <source>Second reading by {0}, blind: marks, notes and evidence of the first are hidden.</source>
        <translation>{0} 的第二遍核对（盲核）：看不到第一遍的标记、批注和认定的依据。</translation>
    </message>
    <message>
        <source>{0} of {1} marked</source>
        <translation>已标 {0}/{1}</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>End the second reading and see the marks of the first again (Esc, Enter)</source>
        <translation>结束第二遍核对，重新显示第一遍的标记（Esc，回车）</translation>
    </message>
</context>
<context>
    <name>ReadersRoom</name>
    <message>
        <source>Export marks</source>
        <translation>导出标记</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Import marks</source>
        <translation>导入标记</translation>
    </message>
    <message>
        <source>Marks, or an exported table with marks</source>
        <translation>标记，或填了标记的导出表格</translation>
    </message>
</context>
<context>
    <name>RegionField</name>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>RegionsPanel</name>
    <message>
        <source>The year that goals are for and results are of</source>
        <translation>目标和结果所属的年度</translation>
    </message>
    <message>
        <source>Which regions are compared: those of a level, or of a province</source>
        <translation>比较哪些地区：某一级的，或某省的</translation>
    </message>
    <message>
        <source>The indicator; first those that most regions give</source>
        <translation>指标；最多地区写到的排在前</translation>
    </message>
    <message>
        <source>Regions by an indicator; Enter shows goal and result in their reports</source>
        <translation>各地的一项指标；回车看目标和结果的原文</translation>
    </message>
    <message>
        <source>Regions of a year</source>
        <translation>某一年的各地</translation>
    </message>
    <message>
        <source>Import the reports of several regions for one year, and those of the year after, which tell the results.</source>
        <translation>请导入多个地区同一年的报告，以及讲到结果的下一年报告。</translation>
    </message>
    <message>
        <source>goals {0} · results {1}</source>
        <translation>有目标 {0} · 有结果 {1}</translation>
    </message>
    <message>
        <source>{0} regions</source>
        <translation>{0} 个地区</translation>
    </message>
</context>
<context>
    <name>RemarkList</name>
    <message>
        <source>Remarks on the reading: {0}</source>
        <translation>读取时的提示：{0}</translation>
    </message>
    <message>
        <source>… and {0} more</source>
        <translation>……另有 {0} 条</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Correct: {0}</source>
        <translation>更正：{0}</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ReportList</name>
    <message>
        <source>Work report</source>
        <translation>政府工作报告</translation>
    </message>
    <message>
        <source>Promises marked: {0} of {1}</source>
        <translation>已标记承诺：{0} / {1}</translation>
    </message>
    <message>
        <source>Bookmarks and notes: {0}</source>
        <translation>书签与批注 {0} 条</translation>
    </message>
    <message>
        <source>Remarks on the reading: {0}</source>
        <translation>读取时的提示：{0}</translation>
    </message>
</context>
<context>
    <name>ReportMenu</name>
    <message>
        <source>Compare: put at the left</source>
        <translation>对读：放在左边</translation>
    </message>
    <message>
        <source>Compare: put at the right</source>
        <translation>对读：放在右边</translation>
    </message>
    <message>
        <source>Show its promises</source>
        <translation>查看承诺</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Remarks on the reading</source>
        <translation>读取提示</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Read the file anew</source>
        <translation>重新读取文件</translation>
    </message>
    <message>
        <source>Re-import…</source>
        <translation>重新导入…</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>从报告库移除</translation>
    </message>
    <message>
        <source>Remove {0} reports from the library</source>
        <translation>将 {0} 份报告移出报告库</translation>
    </message>
    <message>
        <source>Forget for good…</source>
        <translation>彻底删除…</translation>
    </message>
    <message>
        <source>This workspace can only be read.</source>
        <translation>这个工作区只能阅读。</translation>
    </message>
</context>
<context>
    <name>ReportPane</name>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Outline: {0}</source>
        <translation>大纲：{0}</translation>
    </message>
    <message>
        <source>Remarks on the reading: {0}</source>
        <translation>读取时的提示：{0}</translation>
    </message>
</context>
<context>
    <name>ReportRows</name>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>ReportTree</name>
    <message>
        <source>Reports: {0}</source>
        <translation>报告 {0} 份</translation>
    </message>
    <message>
        <source>Years: {0} to {1}</source>
        <translation>年份：{0}—{1}</translation>
    </message>
    <message>
        <source>Year: {0}</source>
        <translation>年份：{0}</translation>
    </message>
    <message>
        <source>Missing years: {0}</source>
        <translation>缺少年份：{0}</translation>
    </message>
</context>
<context>
    <name>ResultsDialog</name>
    <message>
        <source>Last import</source>
        <translation>上次导入的结果</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What it is, or why</source>
        <translation>内容或原因</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Double click or Enter opens a report to set it right.</source>
        <translation>双击或按回车，可打开报告更正。</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>已在库中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>Passed over</source>
        <translation>略过</translation>
    </message>
</context>
<context>
    <name>Ribbons</name>
    <message>
        <source>only related</source>
        <translation>仅相关</translation>
    </message>
    <message>
        <source>Click: bring both before the eye</source>
        <translation>点击：把两节带到眼前</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>整词</translation>
    </message>
    <message>
        <source>Whole words, as a dictionary cuts them: 苏州 is not found in 姑苏州县</source>
        <translation>只找整词（按词典分词）：苏州不会在“姑苏州县”里找到</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SearchHits</name>
    <message>
        <source>Line {0}</source>
        <translation>第 {0} 行</translation>
    </message>
    <message>
        <source>Show all {0} paragraphs of this report</source>
        <translation>显示这份报告的全部 {0} 段</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Search all reports</source>
        <translation>检索全部报告</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>命中</translation>
    </message>
    <message>
        <source>Most about it first</source>
        <translation>相关度高的在前</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新的在前</translation>
    </message>
    <message>
        <source>By region and year</source>
        <translation>按地区和年份</translation>
    </message>
    <message>
        <source>Order of the reports</source>
        <translation>报告的次序</translation>
    </message>
    <message>
        <source>First come reports that speak of it in many of their paragraphs; or the newest; or the reports in the order of the library.</source>
        <translation>先列提到它的段落多的报告；或先列年份新的；或按报告库的次序。</translation>
    </message>
    <message>
        <source>Paragraphs: {0}, in {1} of {2} reports</source>
        <translation>命中 {0} 段，见于 {2} 份报告中的 {1} 份</translation>
    </message>
    <message>
        <source>Stopped; paragraphs so far: {0}, in {1} of {2} reports</source>
        <translation>已停止；目前命中 {0} 段，见于 {2} 份报告中的 {1} 份</translation>
    </message>
    <message>
        <source>Paragraphs: {0} at most, in {1} of {2} reports</source>
        <translation>至多命中 {0} 段，见于 {2} 份报告中的 {1} 份</translation>
    </message>
    <message>
        <source>None of {2} reports has these words</source>
        <translation>{2} 份报告中都没有</translation>
    </message>
    <message>
        <source>Try fewer words, or only a part of a word.</source>
        <translation>请减少检索词，或只输入词的一部分。</translation>
    </message>
    <message>
        <source>Try fewer words, or switch “Whole words” off.</source>
        <translation>请减少检索词，或取消“整词”。</translation>
    </message>
</context>
<context>
    <name>SectionSigns</name>
    <message>
        <source>New section</source>
        <translation>新增章节</translation>
    </message>
    <message>
        <source>Nothing answers it</source>
        <translation>没有回应</translation>
    </message>
    <message>
        <source>Dropped section</source>
        <translation>删去章节</translation>
    </message>
    <message>
        <source>Stands elsewhere</source>
        <translation>位置调整</translation>
    </message>
    <message>
        <source>Changed much</source>
        <translation>改动较大</translation>
    </message>
    <message>
        <source>Changed little</source>
        <translation>改动较小</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>没有改动</translation>
    </message>
    <message>
        <source>Sentences kept {0}, reworded {1}, new {2}, dropped {3}, moved {4}</source>
        <translation>句子：保留 {0}，改写 {1}，新增 {2}，删去 {3}，移位 {4}</translation>
    </message>
    <message>
        <source>Figures changed: {0}</source>
        <translation>数字变动 {0} 处</translation>
    </message>
</context>
<context>
    <name>SectionTags</name>
    <message>
        <source>Linked by hand</source>
        <translation>人工对应</translation>
    </message>
    <message>
        <source>No counterpart, by hand</source>
        <translation>人工：没有对应</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>By
hand</source>
        <comment>two short lines</comment>
        <translation>人工
对应</translation>
    </message>
    <message>
        <source>No
reply</source>
        <comment>two short lines</comment>
        <translation>未
回应</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Citations</source>
        <translation>引注</translation>
    </message>
    <message>
        <source>Look at reports before they are imported</source>
        <translation>导入前先预览</translation>
    </message>
    <message>
        <source>Short: document and page or line, without sections</source>
        <translation>简式：只写文件与页码或行号，不写章节</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>SettleBar</name>
    <message>
        <source>Why (M)</source>
        <translation>理由 (M)</translation>
    </message>
    <message>
        <source>Why this was settled on</source>
        <translation>为什么这样商定</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>下一处分歧</translation>
    </message>
    <message>
        <source>Next difference that is not settled (N)</source>
        <translation>下一处尚未商定的分歧（N）</translation>
    </message>
</context>
<context>
    <name>SharedDialog</name>
    <message>
        <source>Open a shared workspace</source>
        <translation>打开共享工作区</translation>
    </message>
    <message>
        <source>A shared workspace lies in a PostgreSQL database. Everybody in the office marks in it at the same time; nobody writes over anybody unseen.</source>
        <translation>共享工作区存放在 PostgreSQL 数据库中，全室的人可以同时在其中标记；谁也不会在不知情时覆盖别人的内容。</translation>
    </message>
    <message>
        <source>Or in one line</source>
        <translation>或写成一行</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接方式</translation>
    </message>
    <message>
        <source>Encrypted where the server can</source>
        <translation>服务器支持时加密</translation>
    </message>
    <message>
        <source>Always encrypted</source>
        <translation>必须加密</translation>
    </message>
    <message>
        <source>Always encrypted, and the server proves who it is</source>
        <translation>必须加密，并验证服务器身份</translation>
    </message>
    <message>
        <source>Name or address of the server</source>
        <translation>服务器的名称或 IP 地址</translation>
    </message>
    <message>
        <source>Ask whoever set it up, often duizhang</source>
        <translation>请询问管理员，常用 duizhang</translation>
    </message>
    <message>
        <source>Empty: your name at this computer</source>
        <translation>留空：本机登录名</translation>
    </message>
    <message>
        <source>Empty: as ~/.pgpass says</source>
        <translation>留空：取自 ~/.pgpass</translation>
    </message>
    <message>
        <source>The only computer that is contacted.</source>
        <translation>只会连接这一台计算机。</translation>
    </message>
    <message>
        <source>Where it holds no workspace yet, a new one is made in it.</source>
        <translation>其中还没有工作区时，会新建一个。</translation>
    </message>
    <message>
        <source>Used to connect, and never kept.</source>
        <translation>只用于连接，从不保存。</translation>
    </message>
    <message>
        <source>Only this server is contacted. Reports, marks and notes of the workspace are kept there, and whoever may read that database reads them. The password is not kept.</source>
        <translation>程序只连接这台服务器。工作区中的报告、标记和批注都保存在那里，有权读取该数据库的人都能看到。密码不会保存。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>SharedLine</name>
    <message>
        <source>Shared: connecting again… {0} not written</source>
        <translation>共享：正在重新连接…… {0} 项未写入</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Connected to the shared workspace; what colleagues do appears by itself</source>
        <translation>已连接共享工作区；同事的改动会自动显示</translation>
    </message>
    <message>
        <source>Shared: waiting for the server…</source>
        <translation>共享：正在等待服务器回应……</translation>
    </message>
    <message>
        <source>The server has not answered yet; reading goes on</source>
        <translation>服务器尚未回应；可以继续阅读</translation>
    </message>
    <message>
        <source>Shared: connecting again…</source>
        <translation>共享：正在重新连接……</translation>
    </message>
    <message>
        <source>The connection is lost. Read on; changes wait here until it is back.</source>
        <translation>连接中断。可以继续阅读；改动先留在本机，恢复后写入。</translation>
    </message>
    <message>
        <source>Shared: writing what waited ({0})…</source>
        <translation>共享：正在写入留存的 {0} 项改动……</translation>
    </message>
    <message>
        <source>The connection is back; changes that waited here are written now</source>
        <translation>连接已恢复，正在写入留存的改动</translation>
    </message>
</context>
<context>
    <name>SharedPanel</name>
    <message>
        <source>Reports by what they share; Enter goes to the clauses</source>
        <translation>各份报告的雷同占比；回车看语句</translation>
    </message>
    <message>
        <source>Clauses that stand elsewhere; Enter shows one in its report</source>
        <translation>别处也有的语句；回车看原文</translation>
    </message>
    <message>
        <source>Where else the clause stands; Enter sets both reports side by side</source>
        <translation>这句话还在哪里；回车把两份报告并排</translation>
    </message>
    <message>
        <source>Years: the share of their words that other regions have too</source>
        <translation>各年与外地相同的比例</translation>
    </message>
    <message>
        <source>Share of the words that other regions have too</source>
        <translation>与外地报告相同的文字所占比例</translation>
    </message>
    <message>
        <source>Words that are everybody&apos;s</source>
        <translation>大家都用的话</translation>
    </message>
    <message>
        <source>Import reports of several regions or years: what they say in nearly the same words is found here, clause by clause.</source>
        <translation>导入多个地区或年度的报告后，这里逐句找出几乎逐字相同的话。</translation>
    </message>
</context>
<context>
    <name>ShelfDelegate</name>
    <message>
        <source>{0}: missing</source>
        <translation>{0}：缺</translation>
    </message>
    <message>
        <source>{0}: no report</source>
        <translation>{0}：没有报告</translation>
    </message>
    <message>
        <source>marked {0} of {1}</source>
        <translation>已标记 {0}/{1}</translation>
    </message>
</context>
<context>
    <name>SplitForm</name>
    <message>
        <source>Split into {0}</source>
        <translation>拆成{0}项</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Split the promise</source>
        <translation>拆分承诺</translation>
    </message>
    <message>
        <source>There is no comma in this promise. Select the words of each piece in the paragraph and take them.</source>
        <translation>这项承诺里没有逗号可拆。请在段落里逐项选中文字，再点“取用所选”。</translation>
    </message>
    <message>
        <source>Select the words of each piece in the paragraph and take them.</source>
        <translation>在段落里选中每一项的文字，再取用。</translation>
    </message>
    <message>
        <source>Take the selection</source>
        <translation>取用所选</translation>
    </message>
    <message>
        <source>What is selected in the paragraph is a piece</source>
        <translation>段落中所选的文字成为一项</translation>
    </message>
    <message>
        <source>Cut at commas</source>
        <translation>按逗号拆</translation>
    </message>
    <message>
        <source>Each clause becomes a piece</source>
        <translation>每个分句成为一项</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>拆出的各项</translation>
    </message>
    <message>
        <source>Delete takes a piece away</source>
        <translation>Delete 去掉一项</translation>
    </message>
    <message>
        <source>Put the pieces in the place of the promise; Ctrl+Z takes that back</source>
        <translation>用这几项代替原来的承诺；Ctrl+Z 可撤销</translation>
    </message>
    <message>
        <source>Why? Can stay empty; Enter splits</source>
        <translation>理由（可不填），按回车拆分</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The reason, for the history; can stay empty</source>
        <translation>写入改动记录的理由，可不填</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change nothing (Esc)</source>
        <translation>不作改动（Esc）</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Reports: {0}   Promises marked: {1}</source>
        <translation>报告 {0} 份   已标记承诺 {1} 项</translation>
    </message>
    <message>
        <source>Reports: {0}</source>
        <translation>报告 {0} 份</translation>
    </message>
</context>
<context>
    <name>TextFinder</name>
    <message>
        <source>{0} in {1} texts</source>
        <translation>{1} 份正文中共 {0} 处</translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message>
        <source>All topics</source>
        <translation>全部主题</translation>
    </message>
    <message>
        <source>Back to all topics (Esc)</source>
        <translation>回到全部主题（Esc）</translation>
    </message>
    <message>
        <source>Topic above (Alt+Up)</source>
        <translation>上一个主题（Alt+↑）</translation>
    </message>
    <message>
        <source>Topic below (Alt+Down)</source>
        <translation>下一个主题（Alt+↓）</translation>
    </message>
    <message>
        <source>in {0} of {1} reports</source>
        <translation>{1} 份报告中有 {0} 份</translation>
    </message>
    <message>
        <source>{0}: open it beside the report before, at this topic (Enter)</source>
        <translation>{0}：与上一份报告并排，对读这一主题（回车）</translation>
    </message>
    <message>
        <source>{0} characters</source>
        <translation>{0} 字</translation>
    </message>
    <message>
        <source>In {0}, not here:</source>
        <translation>{0}有、此处没有：</translation>
    </message>
    <message>
        <source>In {0}, and no longer here:</source>
        <translation>{0} 有、此处已无：</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>另有 {0} 处</translation>
    </message>
    <message>
        <source>against {0}</source>
        <translation>与 {0} 相比</translation>
    </message>
    <message>
        <source>(no such topic in this region)</source>
        <translation>（该地无此主题）</translation>
    </message>
    <message>
        <source>(no such topic this year)</source>
        <translation>（本年无此主题）</translation>
    </message>
    <message>
        <source>Went into: {0}</source>
        <translation>并入：{0}</translation>
    </message>
    <message>
        <source>Nearest: {0}</source>
        <translation>最相近：{0}</translation>
    </message>
</context>
<context>
    <name>TopicChoice</name>
    <message>
        <source>{0}: all regions</source>
        <translation>{0}年：全部地区</translation>
    </message>
    <message>
        <source>provinces</source>
        <translation>国家与各省</translation>
    </message>
    <message>
        <source>within {0}</source>
        <translation>{0}各地</translation>
    </message>
</context>
<context>
    <name>TopicHeads</name>
    <message>
        <source>As in the last report</source>
        <translation>按最后一份报告的次序</translation>
    </message>
    <message>
        <source>By first appearance</source>
        <translation>按首次出现的次序</translation>
    </message>
    <message>
        <source>Most text first</source>
        <translation>篇幅多的在前</translation>
    </message>
    <message>
        <source>Most changed first</source>
        <translation>变化大的在前</translation>
    </message>
    <message>
        <source>The years of a region, or the regions of a year</source>
        <translation>一个地区的各年，或一年的各地区</translation>
    </message>
    <message>
        <source>Which part of the reports</source>
        <translation>报告的哪一部分</translation>
    </message>
    <message>
        <source>What the topics are sorted by</source>
        <translation>主题按什么排序</translation>
    </message>
    <message>
        <source>Show only topics with these words in a heading</source>
        <translation>只列标题中有这些字的主题</translation>
    </message>
    <message>
        <source>Filter topics</source>
        <translation>筛选主题</translation>
    </message>
    <message>
        <source>{0} of {1} topics</source>
        <translation>{1} 个主题中的 {0} 个</translation>
    </message>
    <message>
        <source>Topics: {0}</source>
        <translation>主题 {0} 个</translation>
    </message>
    <message>
        <source>{0} ({1} reports)</source>
        <translation>{0}（{1} 份）</translation>
    </message>
    <message>
        <source>{0} {1}–{2} ({3} reports)</source>
        <translation>{0} {1}–{2}（{3} 份）</translation>
    </message>
</context>
<context>
    <name>TopicLegend</name>
    <message>
        <source>Characters</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>Years without a report</source>
        <translation>缺报告的年度</translation>
    </message>
</context>
<context>
    <name>TopicMatrix</name>
    <message>
        <source>No report of {0}</source>
        <translation>缺{0}年报告</translation>
    </message>
    <message>
        <source>{0}
Enter: its text through all reports</source>
        <translation>{0}
回车：逐份报告看这一主题的原文</translation>
    </message>
    <message>
        <source>No such topic in this report</source>
        <translation>这份报告无此主题</translation>
    </message>
    <message>
        <source>here: {0}</source>
        <translation>此处标题：{0}</translation>
    </message>
    <message>
        <source>{0} characters</source>
        <translation>{0} 字</translation>
    </message>
    <message>
        <source>fit with the section before: {0} of 1</source>
        <translation>与上一份报告中该节的相近程度：{0}（满分 1）</translation>
    </message>
    <message>
        <source>{0}: {1} times its share of the text</source>
        <translation>{0}：所占篇幅是上一份的 {1} 倍</translation>
    </message>
    <message>
        <source>{0}: {1} times less of the text</source>
        <translation>{0}：所占篇幅是上一份的 {1} 分之一</translation>
    </message>
</context>
<context>
    <name>TopicWords</name>
    <message>
        <source>New</source>
        <translation>新出现</translation>
    </message>
    <message>
        <source>Back again</source>
        <translation>再次出现</translation>
    </message>
    <message>
        <source>Clearly more text</source>
        <translation>篇幅明显增加</translation>
    </message>
    <message>
        <source>Clearly less text</source>
        <translation>篇幅明显减少</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>已无</translation>
    </message>
    <message>
        <source>Went into another section</source>
        <translation>并入其他节</translation>
    </message>
</context>
<context>
    <name>TopicsView</name>
    <message>
        <source>Topics by report; Enter opens one, Shift+Enter the report beside the last</source>
        <translation>各报告的主题；回车看一个主题，Shift+回车与上一份报告对读</translation>
    </message>
    <message>
        <source>A topic through the years</source>
        <translation>一个主题，逐年来看</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Open or make a workspace in the File menu, or look at the samples.</source>
        <translation>在“文件”菜单中新建或打开工作区，或先看示例。</translation>
    </message>
    <message>
        <source>Open the sample workspace</source>
        <translation>打开示例工作区</translation>
    </message>
    <message>
        <source>Nothing was followed.</source>
        <translation>未能梳理。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Import the work reports of two years of a region, or of two regions.</source>
        <translation>请导入同一地区两年、或同一年两个地区的政府工作报告。</translation>
    </message>
    <message>
        <source>The topics of {0} are being followed…</source>
        <translation>正在梳理{0}的各主题……</translation>
    </message>
    <message>
        <source>This part of the reports has no sections. Choose another part above.</source>
        <translation>这一部分没有可梳理的章节，请在上方换一部分。</translation>
    </message>
</context>
<context>
    <name>ValueChoice</name>
    <message>
        <source>Look for a value</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>至多</translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message>
        <source>What you call the verdicts</source>
        <translation>本单位的判定用语</translation>
    </message>
    <message>
        <source>Your word for {0}</source>
        <translation>本单位对“{0}”的叫法</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>Regions as a tree</source>
        <translation>按地区分层</translation>
    </message>
    <message>
        <source>One list that can be sorted</source>
        <translation>可排序的列表</translation>
    </message>
    <message>
        <source>Regions in official order</source>
        <translation>地区按行政区划顺序</translation>
    </message>
    <message>
        <source>Regions by pinyin</source>
        <translation>地区按拼音</translation>
    </message>
    <message>
        <source>Open all regions</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Close all regions</source>
        <translation>全部收起</translation>
    </message>
</context>
<context>
    <name>Where</name>
    <message>
        <source>Line {0} of {1}</source>
        <translation>第 {0} 行，共 {1} 行</translation>
    </message>
    <message>
        <source>Characters selected: {0}</source>
        <translation>选中 {0} 字</translation>
    </message>
    <message>
        <source>Where you read in this report, as its lines are numbered</source>
        <translation>读到这份报告的第几行（按原文行号）</translation>
    </message>
</context>
<context>
    <name>WhyLine</name>
    <message>
        <source>{0} — why?</source>
        <translation>{0}——为什么？</translation>
    </message>
    <message>
        <source>Why? (W)</source>
        <translation>理由（W）</translation>
    </message>
    <message>
        <source>This workspace can only be read</source>
        <translation>此工作区只能阅读</translation>
    </message>
    <message>
        <source>Why this was said</source>
        <translation>这项改动的理由</translation>
    </message>
    <message>
        <source>The reason stands in the history and on the audit page of an export; it can stay empty. Enter keeps it, Esc leaves it as it was.</source>
        <translation>理由写入改动记录和导出的核查页，可以不填。回车保存，Esc 保持原样。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Unknown region</source>
        <translation>地区未知</translation>
    </message>
    <message>
        <source>Year unknown</source>
        <translation>年份未知</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>示例</translation>
    </message>
</context>
<context>
    <name>YearScale</name>
    <message>
        <source>Years of the reports</source>
        <translation>报告年份</translation>
    </message>
    <message>
        <source>A box is a year with a report, fuller the more of its promises are marked; a dotted box is a year that is missing. Click a box to read it.</source>
        <translation>方格是有报告的年份，标记的承诺越多，填得越满；虚线方格是缺少的年份。单击方格即可阅读。</translation>
    </message>
</context>
<context>
    <name>_Cells</name>
    <message>
        <source>goal dropped</source>
        <translation>没有目标了</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>未见结果</translation>
    </message>
    <message>
        <source>above</source>
        <translation>高于</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>持平</translation>
    </message>
    <message>
        <source>below</source>
        <translation>低于</translation>
    </message>
    <message>
        <source>result</source>
        <translation>完成</translation>
    </message>
</context>
</TS>
