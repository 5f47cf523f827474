<#if page.demo>
**DEMO DATA: everything below is made up.**

</#if>
<#if page.ended?has_content>
**Over:** ${page.ended}

</#if>
<#if page.changes?has_content>
**New since it was last told:**

<#list page.changes as change>
- ${change}
</#list>

</#if>
<#if page.findings?size gt 1 || page.more gt 0>
<#list page.findings as finding>
- **${finding.code}** ${md.code(finding.subject)} (${finding.severity}): ${finding.title}
</#list>
<#if page.more gt 0>
- and ${page.more} more
</#if>

<#if page.findings?size gt 0 && page.findings?first.code == page.findings?last.code>
**What to do:** ${page.findings?first.action}

</#if>
</#if>
<#if page.findings?size == 1 && page.more == 0>
<#assign finding = page.findings?first>
**${finding.title}**

<#list finding.facts as row>
- ${row.label}: <#if row.label == "Subject">${md.code(row.value)}<#else>${row.value}</#if>
</#list>

<#if finding.evidence?has_content>
**Evidence**

<#list finding.evidence as sentence>
- ${sentence}
</#list>

</#if>
**What to do:** ${finding.action}

<#list finding.commands as command>
<#if command.where == "here">On this machine:<#else>On ${command.where}:</#if>

${md.block(command.command)}

</#list>
**What it means:** ${finding.meaning}

</#if>
<#list page.proposals as proposal>
<#list proposal.facts as row>
- ${row.label}: <#if row.label == "Subject">${md.code(row.value)}<#else>${row.value}</#if>
</#list>

**Steps**

<#list proposal.steps as step>
1. ${step}
</#list>

<#if proposal.blockedBy?has_content>
**In the way**

<#list proposal.blockedBy as blocker>
- ${blocker}
</#list>

</#if>
An approval is for this plan and no other: ${md.code(proposal.planHash)}

</#list>
<#if page.reportUrl?has_content>
${md.link("The whole report", page.reportUrl)}

</#if>
*${page.origin}*
