<#-- Shows one dev.poolkeeper.writers.mail.MailPage as text. Lines have at most 72 columns, but for commands, which stay whole. -->
<#if page.demo>
*** DEMO DATA: every name and number below is made up. ***

</#if>
${layout.wrap(page.verdict.mark + " " + page.verdict.word + ". " + page.summary, 0, 2)}
<#if page.score?has_content>
${layout.wrap(page.score, 2, 2)}
</#if>

${layout.wrap(page.heading, 0, 0)}
<#if page.scope?has_content>
${layout.wrap("Only what is yours: " + page.scope, 0, 2)}
</#if>
<#list page.facts as fact>
${layout.wrap(fact.label + ": " + fact.text, 0, 2)}
</#list>
<#list page.warnings as line>
${layout.wrap("! " + line, 0, 2)}
</#list>
<#if page.headlines?has_content>

<#list page.headlines as line>
${layout.wrap("* " + line, 0, 2)}
</#list>
</#if>
<#list page.sections as section>

${section.title?upper_case}
${layout.under(section.title, "-")}
<#if section.lead?has_content>
${layout.wrap(section.lead, 0, 0)}
</#if>
<#list section.figures as figure>
${layout.pair(figure.label, figure.value, 2)}
</#list>
<#list section.lines as line>
${layout.pair((line.mark?has_content)?then(line.mark + " ", "") + line.name, line.value, 2)}
<#if line.remark?has_content>
${layout.wrap(line.remark, 4, 4)}
</#if>
</#list>
<#list section.items as item>

${layout.wrap(item?counter + ". " + item.tag.mark + " " + item.tag.word?upper_case + " " + (item.code?has_content)?then(item.code + " ", "") + item.title + (item.space?has_content)?then(", " + item.space, ""), 0, 3)}
${layout.wrap(item.subject, 3, 3)}
<#list item.facts as fact>
<#if fact.command>
${layout.wrap(fact.label + ":", 3, 5)}
     ${fact.text}
<#else>
${layout.wrap(fact.label + ": " + fact.text, 3, 5)}
</#if>
</#list>
</#list>
<#list section.pictures as picture>

${layout.wrap(picture.title + ":", 2, 2)}
${layout.wrap(picture.alt, 4, 4)}
</#list>
<#if section.more?has_content>
${layout.wrap(section.more, 2, 2)}
</#if>
</#list>

-- 
<#list page.closing as line>
${layout.wrap(line, 0, 2)}
</#list>
