<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>BuiltInPresets</name>
    <message>
        <location filename="../models/presets/builtinpresets.cpp" line="26"/>
        <source>Failed logins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/builtinpresets.cpp" line="28"/>
        <source>Logins outside working hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/builtinpresets.cpp" line="30"/>
        <source>Passwords and second factors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/builtinpresets.cpp" line="32"/>
        <source>Roles and access granted or changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/builtinpresets.cpp" line="34"/>
        <source>People invited or removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/builtinpresets.cpp" line="37"/>
        <source>New API keys and authorised apps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/builtinpresets.cpp" line="39"/>
        <source>Sharing and visibility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/builtinpresets.cpp" line="41"/>
        <source>Exports and downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/builtinpresets.cpp" line="43"/>
        <source>Deletions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/builtinpresets.cpp" line="44"/>
        <source>Deletions by service accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/builtinpresets.cpp" line="46"/>
        <source>By service accounts, keys and the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/builtinpresets.cpp" line="49"/>
        <source>By the vendor&apos;s support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/builtinpresets.cpp" line="51"/>
        <source>Changes in production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/builtinpresets.cpp" line="53"/>
        <source>Everything that failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/builtinpresets.cpp" line="54"/>
        <source>Outside working hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/builtinpresets.cpp" line="56"/>
        <source>The last seven days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <location filename="../models/exporting/column.cpp" line="32"/>
        <source>&quot;%1&quot; can be filtered by, but is not a column; use created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/exporting/column.cpp" line="43"/>
        <source>A list of columns has at most %1 of them and %2 characters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <location filename="../app/cli/command.cpp" line="34"/>
        <source>Interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <location filename="../app/cli/console.cpp" line="208"/>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/console.cpp" line="215"/>
        <source>No secret came on standard input. Type it when asked, or pipe one line a secret in the order of --secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/console.cpp" line="224"/>
        <source>The secret is longer than 64 KiB; that is not a key.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <location filename="../models/session/demodata.cpp" line="71"/>
        <source>This build holds no demo data (%1).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentHead</name>
    <message>
        <location filename="../models/sources/documenthead.cpp" line="48"/>
        <source>This is neither JSON nor text: it may be compressed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/documenthead.cpp" line="55"/>
        <source>This is a web page, not JSON (it begins with “%1”): a proxy, a login page or a wrong address may have answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/documenthead.cpp" line="60"/>
        <source>This is not JSON (it begins with “%1”).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventHeader</name>
    <message>
        <location filename="../views/inspector/eventheader.cpp" line="28"/>
        <source>success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/eventheader.cpp" line="30"/>
        <source>failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/eventheader.cpp" line="32"/>
        <source>outcome unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventTableModel</name>
    <message>
        <location filename="../models/table/celltext.cpp" line="98"/>
        <source>%1 (%2)</source>
        <comment>column of times, zone</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Expander</name>
    <message>
        <location filename="../models/query/filter/presets.cpp" line="178"/>
        <source>With its presets the filter is nested more than %1 deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/presets.cpp" line="190"/>
        <source>The presets hold one another in a circle: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/presets.cpp" line="132"/>
        <source>There is no preset “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/presets.cpp" line="152"/>
        <source>The preset “%1” cannot be read. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/presets.cpp" line="166"/>
        <source>The presets of the filter have more than %1 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/presets.cpp" line="168"/>
        <source>With its presets the filter has more than %1 terms or %2 values.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <location filename="../models/exporting/exportjob.cpp" line="25"/>
        <location filename="../models/exporting/outputfile.cpp" line="59"/>
        <source>The export was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/exporting/outputfile.cpp" line="141"/>
        <source>The disk is full. Free some space or choose another place, then export again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/exporting/outputfile.cpp" line="147"/>
        <source>The export could not be written: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/exporting/outputfile.cpp" line="31"/>
        <source>The file %1 could not be opened for writing: %2. Choose another place or mend its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/exporting/outputfile.cpp" line="133"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldCheck</name>
    <message>
        <location filename="../models/sync/fieldcheck.cpp" line="50"/>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/fieldcheck.cpp" line="73"/>
        <source>%1 events differ from their JSON in %2, the first in “%3” instead of “%4”: %5. Either the database was damaged, or another version of Trailglass stored them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/fieldcheck.cpp" line="116"/>
        <source>the time of the last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/fieldcheck.cpp" line="119"/>
        <source>The JSON of %1 events cannot be read as events of their source: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/fieldreader.cpp" line="25"/>
        <source>This is not an object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/fieldreader.cpp" line="54"/>
        <source>There is no source named %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileInput</name>
    <message>
        <location filename="../models/sync/byteinput.cpp" line="53"/>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/byteinput.cpp" line="66"/>
        <location filename="../models/sync/byteinput.cpp" line="92"/>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/byteinput.cpp" line="81"/>
        <source>%1 is a file of a Trailglass workspace. Name a file with events as the vendor sends them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/byteinput.cpp" line="91"/>
        <source>There is no file %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/byteinput.cpp" line="98"/>
        <source>%1 is a folder: name the files in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/byteinput.cpp" line="105"/>
        <source>Standard input</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <location filename="../models/query/filter/fieldnames.cpp" line="92"/>
        <source>“%1” is not a path; write one like @items[0].name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/fieldnames.cpp" line="97"/>
        <source>“%1” is not a field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/fieldnames.cpp" line="122"/>
        <source>The list of fields has an empty place. Write names with one comma between them, for example created,actor,@details.new_value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/filter.cpp" line="355"/>
        <source>A filter has at most %1 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/filter.cpp" line="374"/>
        <source>The filter is wrong at character %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/filter.cpp" line="366"/>
        <source>Did you mean “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/orderedvalues.cpp" line="23"/>
        <source>“%1” is not in the calendar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/orderedvalues.cpp" line="24"/>
        <source>“%1” is not a time; write one like 2026-11-20, 2026-11-20T09:15 or -7d.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/orderedvalues.cpp" line="77"/>
        <source>“%1” is not an hour; hours go from 0 to 23.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/orderedvalues.cpp" line="101"/>
        <source>“%1” is neither a number nor a time, so &lt; and &gt; do not go with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/regex.cpp" line="57"/>
        <source>This is not a valid regular expression: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/regex.cpp" line="258"/>
        <source>it must not start with “(*”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/rowevaluator.cpp" line="118"/>
        <source>The preset “%1” is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/zonecalendar.cpp" line="38"/>
        <source>“%1” is not a time zone; write one like “Europe/Berlin” or “UTC”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/rangeorder.cpp" line="60"/>
        <source>“%1” ends before it starts, so nothing can be in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/sourcenames.cpp" line="36"/>
        <source>There is no source “%1”; the workspace has none yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/sourcenames.cpp" line="40"/>
        <source>There is no source “%1”; among the sources are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/sourcenames.cpp" line="42"/>
        <source>There is no source “%1”; the sources are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/valuematcher.cpp" line="26"/>
        <source>A regular expression or pattern takes too long on one of the events; make it simpler, for example without repetitions inside repetitions.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <location filename="../models/query/sql/histogrambins.cpp" line="35"/>
        <source>A histogram has at most %1 bins. Choose fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/sql/histogrambins.cpp" line="104"/>
        <source>Choose either a number of bins or an interval, greater than zero.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Http</name>
    <message>
        <location filename="../models/sync/httperror.cpp" line="40"/>
        <source>: “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httperror.cpp" line="48"/>
        <source>Try again at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httperror.cpp" line="62"/>
        <source>%1 does not accept the credentials (HTTP %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httperror.cpp" line="65"/>
        <source>%1 does not let this account read its audit log (HTTP %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httperror.cpp" line="66"/>
        <source>Use a key of an account with that right, on a plan that includes the audit log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httperror.cpp" line="68"/>
        <source>%1 has nothing at this address (HTTP %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httperror.cpp" line="71"/>
        <source>%1 asks to slow down (HTTP %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httperror.cpp" line="71"/>
        <location filename="../models/sync/httperror.cpp" line="73"/>
        <source>Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httperror.cpp" line="73"/>
        <source>%1 could not answer (HTTP %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httperror.cpp" line="75"/>
        <source>%1 rejects the request (HTTP %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httperror.cpp" line="63"/>
        <source>Check the source&apos;s secrets: the key may be mistyped, expired or revoked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httperror.cpp" line="69"/>
        <source>Check the address and the other settings of the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httperror.cpp" line="75"/>
        <source>Check the settings of the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httperror.cpp" line="83"/>
        <source>%1 was not found. Check the address of the source and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httperror.cpp" line="85"/>
        <source>%1 refuses connections. Check the address of the source, or try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httperror.cpp" line="88"/>
        <source>%1 closed the connection before the answer was complete. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httperror.cpp" line="91"/>
        <source>%1 cannot be reached: no answer in time. Check the network, or try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httperror.cpp" line="94"/>
        <source>The proxy on the way to %1 asks for a password, which is not supported. Use a proxy without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httperror.cpp" line="102"/>
        <source>The proxy on the way to %1 does not work. Check the system&apos;s proxy settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httperror.cpp" line="105"/>
        <source>%1 sent an answer that cannot be unpacked. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httperror.cpp" line="107"/>
        <source>The connection to %1 failed. Check the network, or try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httperror.cpp" line="114"/>
        <source>No secure connection to %1 is possible. Check the address; a proxy or firewall may interfere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httperror.cpp" line="119"/>
        <source>%1 cannot prove who it is: %2. Check the address; if it uses a company&apos;s own certificate, add that to the system&apos;s trusted certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httperror.cpp" line="193"/>
        <source>%1 sent an answer that is compressed as “%2”, though only gzip was asked for; it was not read. Check the address of the source, and the proxies on the way to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httperror.cpp" line="203"/>
        <source>%1 redirects to another of its addresses, which is not followed. Check the address of the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httperror.cpp" line="207"/>
        <source>%1 redirects to %2, which is not followed, since the credentials would go there. If that is the right host, set it as the address of the source.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IndexSaving</name>
    <message>
        <location filename="../app/cli/indexsaving.cpp" line="18"/>
        <source>The index was not saved, so the next query is slower: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Interval</name>
    <message>
        <location filename="../models/query/interval.cpp" line="40"/>
        <source>&quot;%1&quot; is not an interval. Write a whole number and one of s, m, h, d or w, for example 15m or 1h.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntervalText</name>
    <message>
        <location filename="../views/filters/intervaltext.cpp" line="26"/>
        <source>any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/intervaltext.cpp" line="28"/>
        <source>no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/intervaltext.cpp" line="31"/>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/intervaltext.cpp" line="33"/>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/intervaltext.cpp" line="35"/>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/intervaltext.cpp" line="36"/>
        <source>%1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JsonTree</name>
    <message>
        <location filename="../models/table/jsondisplay.cpp" line="62"/>
        <source>Only the first %L1 are shown here; Raw has them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/table/jsondisplay.cpp" line="64"/>
        <source>No JSON from here on; Raw has the bytes as received.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/table/jsondisplay.cpp" line="112"/>
        <source>JSON in a string:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keychain</name>
    <message>
        <location filename="../models/credentials/keychainsecretstore.cpp" line="41"/>
        <source>The keychain&apos;s entry cannot be used. %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutputTarget</name>
    <message>
        <location filename="../models/exporting/outputtarget.cpp" line="39"/>
        <source>%1 is a file that Trailglass works with. Nothing was written to it; choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/exporting/outputtarget.cpp" line="47"/>
        <source>%1 is, or would be, a file of a Trailglass workspace. Nothing was written to it; choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/exporting/outputtarget.cpp" line="55"/>
        <source>%1 is in the folder of Trailglass&apos;s settings. Nothing was written to it; choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/exporting/outputtarget.cpp" line="147"/>
        <source>%1 is a folder. Name a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/exporting/outputtarget.cpp" line="197"/>
        <source>%1 is a symbolic link that leads back to itself. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/exporting/outputtarget.cpp" line="211"/>
        <source>%1 is a disk or a socket, which no file can be written to. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnFile</name>
    <message>
        <location filename="../models/core/ownfile.cpp" line="32"/>
        <source>%1 is a symbolic link. Trailglass does not open its own files through links. Remove the link, or replace it by the file itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/core/ownfile.cpp" line="52"/>
        <source>%1 is not a regular file. Move it away, so that Trailglass can use a file of this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/core/ownfile.cpp" line="58"/>
        <source>%1 has more than one name (hard links). Trailglass writes only to files with a single name. Remove the other names, or replace this file by a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/core/ownfile.cpp" line="65"/>
        <source>%1 belongs to another user. Trailglass writes only to files of the user who runs it. Change the owner, or run Trailglass as the owner.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageFetcher</name>
    <message>
        <location filename="../models/session/pagefetcher.cpp" line="30"/>
        <source>Dropped in favour of newer rows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Parser</name>
    <message>
        <location filename="../models/query/filter/filter.cpp" line="50"/>
        <source>This parenthesis was never opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/filter.cpp" line="121"/>
        <source>One negation is enough; put a text that starts with “-” or “!” in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/filter.cpp" line="132"/>
        <source>“%1” needs a term on both sides; to search for the word itself put it in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/filter.cpp" line="136"/>
        <source>A term is missing behind this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/filter.cpp" line="145"/>
        <source>This is not a path; write one like @items[0].name, or put the text in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/filter.cpp" line="158"/>
        <source>As an operator “%1” is written in capitals; to search for the word put it in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/filter.cpp" line="169"/>
        <source>Parentheses can be nested %1 deep at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/filter.cpp" line="177"/>
        <location filename="../models/query/filter/filter.cpp" line="276"/>
        <source>This parenthesis is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/filter.cpp" line="187"/>
        <location filename="../models/query/filter/filter.cpp" line="229"/>
        <source>This quote is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/filter.cpp" line="189"/>
        <source>There is no text between these quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/filter.cpp" line="213"/>
        <source>“%1” is not a field; to search for the text put it in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/filter.cpp" line="223"/>
        <source>A preset is named with “:”, as in preset:name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/filter.cpp" line="231"/>
        <source>“preset:” needs a name right behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/filter.cpp" line="257"/>
        <source>Only “:”, “:=” and “:~” take several values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/filter.cpp" line="278"/>
        <source>Values are separated by “,” or OR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/filter.cpp" line="302"/>
        <source>A filter has at most %1 values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/filter.cpp" line="317"/>
        <source>One preset is named at a time; a blank must follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/filter.cpp" line="325"/>
        <source>A filter has at most %1 terms.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PresetPlan</name>
    <message>
        <location filename="../models/presets/presetreferences.cpp" line="121"/>
        <source>The presets hold one another in a circle: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/presetreferences.cpp" line="128"/>
        <source>The presets are nested more than %1 deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/presetreferences.cpp" line="135"/>
        <source>Stopped. The presets are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <location filename="../models/query/sql/rawcursor.cpp" line="18"/>
        <source>The raw JSON of event row %1 cannot be read, so the filter cannot be answered exactly. Run &quot;doctor&quot; to see what is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/sql/conditioncompiler.cpp" line="96"/>
        <source>The preset %1 was not looked up before the query ran.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/sql/querystopped.h" line="15"/>
        <source>The query was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/index/savedindex.cpp" line="341"/>
        <source>The saved index has a part that belongs to no events. Nothing is lost: run “trailglass-cli doctor --repair” to delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/index/savedindex.cpp" line="349"/>
        <source>The saved index of the event rows %1 to %2 is damaged. Nothing is lost: run &quot;doctor --repair&quot; to make it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/index/indexqueryengine.cpp" line="362"/>
        <source>Unusable parts of the saved index: %1. They were read from the events instead, so answers are right. Run &quot;doctor --repair&quot; to save them anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/index/sourcecounts.cpp" line="54"/>
        <source>Results lack %1 of the %2 events of %3: the database is damaged. Run “trailglass-cli doctor” to see what is affected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/index/sourcecounts.cpp" line="61"/>
        <source>%1 events of %2 were found, but %3 were stored: the database is damaged. Run “trailglass-cli doctor” to see what is affected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/index/sourcecounts.cpp" line="128"/>
        <source>%1 events belong to a source that is not there: the database is damaged. Run “trailglass-cli doctor” to see what is affected.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowReader</name>
    <message>
        <location filename="../models/sources/rowreader.cpp" line="42"/>
        <source>%1 (at byte %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/rowreader.cpp" line="103"/>
        <source>This is not an object.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretReference</name>
    <message>
        <location filename="../models/core/secretreference.cpp" line="31"/>
        <source>After &quot;env:&quot; comes the name of a variable: letters, digits and _, not starting with a digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/core/secretreference.cpp" line="41"/>
        <source>After &quot;file:&quot; comes the path of a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/core/secretreference.cpp" line="45"/>
        <source>The path after &quot;file:&quot; must be absolute: start it with /.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/core/secretreference.cpp" line="63"/>
        <source>Say where the secret is kept: keychain, env:VARIABLE or file:PATH. The secret itself does not belong on the command line.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretVariable</name>
    <message>
        <location filename="../models/credentials/secretvariable.cpp" line="16"/>
        <source>The variable %1 is not set. Set it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/secretvariable.cpp" line="23"/>
        <source>The variable %1 cannot be used. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceName</name>
    <message>
        <location filename="../models/session/sourcename.cpp" line="23"/>
        <source>A connection&apos;s name has 1 to %1 characters, no control characters and no blank at its ends.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceNameChecker</name>
    <message>
        <location filename="../models/query/filter/sourcenames.cpp" line="93"/>
        <source>The preset “%1” cannot be used. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <location filename="../models/sources/apirequest.cpp" line="51"/>
        <source>%1 needs its secret %2 (%3). Set it and sync again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/asana/asanatype.cpp" line="20"/>
        <source>Kind of actor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/asana/asanatype.cpp" line="21"/>
        <source>Only events by this kind of actor; for actors without an id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/asana/asanatype.cpp" line="26"/>
        <source>Where Asana&apos;s API is; seldom changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/asana/asanatype.cpp" line="28"/>
        <source>Workspace id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/asana/asanatype.cpp" line="29"/>
        <source>The number of the workspace or organization, as in its address in Asana.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/asana/asanatype.cpp" line="33"/>
        <location filename="../models/sources/datafold/datafoldtype.cpp" line="23"/>
        <location filename="../models/sources/nected/nectedtype.cpp" line="69"/>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/asana/asanatype.cpp" line="33"/>
        <location filename="../models/sources/datafold/datafoldtype.cpp" line="23"/>
        <location filename="../models/sources/nected/nectedtype.cpp" line="69"/>
        <source>Only events at or after this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/asana/asanatype.cpp" line="35"/>
        <location filename="../models/sources/datafold/datafoldtype.cpp" line="25"/>
        <location filename="../models/sources/nected/nectedtype.cpp" line="71"/>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/asana/asanatype.cpp" line="35"/>
        <location filename="../models/sources/datafold/datafoldtype.cpp" line="25"/>
        <location filename="../models/sources/nected/nectedtype.cpp" line="71"/>
        <source>Only events before this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/asana/asanatype.cpp" line="37"/>
        <source>Event type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/asana/asanatype.cpp" line="37"/>
        <source>Only events of this one type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/asana/asanatype.cpp" line="40"/>
        <source>Actor id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/asana/asanatype.cpp" line="40"/>
        <source>Only events by this actor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/asana/asanatype.cpp" line="42"/>
        <source>Resource id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/asana/asanatype.cpp" line="42"/>
        <source>Only events on this resource.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/asana/asanatype.cpp" line="52"/>
        <source>Set either actor_type or actor_gid: Asana takes only one of them at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/asana/asanatype.cpp" line="66"/>
        <source>Service account token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/asana/asanatype.cpp" line="67"/>
        <source>In Asana&apos;s admin console under Apps, Service accounts. Audit logs need an Enterprise plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/commonsettings.cpp" line="17"/>
        <source>Server address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/commonsettings.cpp" line="27"/>
        <source>Days of the first sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/commonsettings.cpp" line="28"/>
        <source>How many days back the first sync goes where the vendor can be asked by date; 0 is everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/commonsettings.cpp" line="45"/>
        <source>%1 must be earlier than %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/datafold/datafoldsource.cpp" line="58"/>
        <source>Datafold could not answer for even one minute from %1. Try again later, or leave that time out with the settings start_date and end_date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/datafold/datafoldtype.cpp" line="21"/>
        <source>Where Datafold is; of a deployment of your own, its address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/datafold/datafoldtype.cpp" line="44"/>
        <location filename="../models/sources/nected/nectedtype.cpp" line="94"/>
        <location filename="../models/sources/paradime/paradimetype.cpp" line="42"/>
        <location filename="../models/sources/secoda/secodatype.cpp" line="42"/>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/datafold/datafoldtype.cpp" line="45"/>
        <source>In Datafold under Settings, Account, Create API Key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/eventidentity.cpp" line="47"/>
        <source>The row is not a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/eventidentity.cpp" line="52"/>
        <source>The event has no readable id in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/eventidentity.cpp" line="59"/>
        <source>The event has no time in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/eventidentity.cpp" line="61"/>
        <source>The event&apos;s time in %1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/nected/nectedpaging.cpp" line="52"/>
        <source>Nected gives no more than 10,000 events for one question, and this one has more. Restrict the source, for instance by type or environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/nected/nectedtype.cpp" line="28"/>
        <source>API generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/nected/nectedtype.cpp" line="29"/>
        <source>Which of Nected&apos;s two sets of addresses your account answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/nected/nectedtype.cpp" line="37"/>
        <source>Where Nected&apos;s API is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/nected/nectedtype.cpp" line="39"/>
        <source>Module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/nected/nectedtype.cpp" line="40"/>
        <source>The part of Nected whose trail is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/nected/nectedtype.cpp" line="45"/>
        <source>Branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/nected/nectedtype.cpp" line="46"/>
        <source>The Nected branch, needed with the API generation v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/nected/nectedtype.cpp" line="55"/>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/nected/nectedtype.cpp" line="55"/>
        <source>Only events with this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/nected/nectedtype.cpp" line="57"/>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/nected/nectedtype.cpp" line="57"/>
        <source>Only events on this type of object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/nected/nectedtype.cpp" line="61"/>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/nected/nectedtype.cpp" line="61"/>
        <source>Only events of this kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/nected/nectedtype.cpp" line="64"/>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/nected/nectedtype.cpp" line="64"/>
        <source>Only events with this result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/nected/nectedtype.cpp" line="66"/>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/nected/nectedtype.cpp" line="67"/>
        <source>Only events in this environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/nected/nectedtype.cpp" line="80"/>
        <source>Nected needs the setting branch when api_generation is v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/nected/nectedtype.cpp" line="95"/>
        <source>In Nected under Settings, Management API keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/pagewarnings.cpp" line="18"/>
        <source>%1 sent events outside the time that was asked for; they are kept. The server, or a proxy on the way, may be ignoring the dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/pagewarnings.cpp" line="26"/>
        <source>%1 answered with the same page again, so this run ended early. The next sync reads on from the last complete point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/pagewarnings.cpp" line="33"/>
        <source>%1 refused a page in the middle of its log. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/pagewarnings.cpp" line="38"/>
        <source>%1 could not give a page in the middle of its log, as in an earlier sync. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/pagewarnings.cpp" line="44"/>
        <source>%1&apos;s log kept losing events while it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/pagewarnings.cpp" line="49"/>
        <source>%1 did not say whether there are more pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/pagewarnings.cpp" line="54"/>
        <source>%1 did not send the newest events first, so its whole log is read each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/pagewarnings.cpp" line="64"/>
        <source>Its events from %1 to %2 have not all been read; the next sync asks for them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/pagewarnings.cpp" line="68"/>
        <source>Its events before %1 have not all been read; the next sync asks for them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/pagewarnings.cpp" line="70"/>
        <source>Some of its events have not been read; the next sync asks for them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/pagewarnings.cpp" line="77"/>
        <source>The answer is JSON, but not a page of %1&apos;s audit log. Check the address of the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/pagewarnings.cpp" line="96"/>
        <source>%1 reported an error and did not say which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/pagewarnings.cpp" line="97"/>
        <source>%1 reported an error: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/paradime/paradimeauthorization.cpp" line="45"/>
        <source>A Paradime company key needs the setting workspace_uid: the UID of the workspace to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/paradime/paradimetype.cpp" line="21"/>
        <source>API endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/paradime/paradimetype.cpp" line="22"/>
        <source>The whole address, as Paradime shows it beside the API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/paradime/paradimetype.cpp" line="26"/>
        <source>Workspace UID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/paradime/paradimetype.cpp" line="27"/>
        <source>Needed only with a company key, one that begins with prdm_cmp_.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/paradime/paradimetype.cpp" line="43"/>
        <source>In Paradime under Account settings, Workspaces; with the capability Audit Logs viewer. Not needed when the API secret begins with prdm_.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/paradime/paradimetype.cpp" line="48"/>
        <source>API secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/paradime/paradimetype.cpp" line="49"/>
        <source>Shown once, together with the key; or a key of the newer kind alone, which begins with prdm_wsp_ or prdm_cmp_.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/secoda/secodatype.cpp" line="21"/>
        <source>The address for your region: US, EU or APAC; on premise, your own server&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/secoda/secodatype.cpp" line="27"/>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/secoda/secodatype.cpp" line="28"/>
        <source>A filter as one JSON object, as in Secoda&apos;s API reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/secoda/secodatype.cpp" line="43"/>
        <source>In Secoda under Settings, API. It needs the rights of an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/settingcheck.cpp" line="50"/>
        <source>%1 is not a web address. Type it with https:// in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/settingcheck.cpp" line="52"/>
        <source>%1 must not hold a user name or password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/settingcheck.cpp" line="54"/>
        <source>%1 must end before any ? or #.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/settingcheck.cpp" line="57"/>
        <source>%1 must begin with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/settingcheck.cpp" line="60"/>
        <source>%1 uses http, which would send the key in the clear. Use https; http is for this machine alone (127.0.0.1, ::1, localhost).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/settingcheck.cpp" line="75"/>
        <source>%1 must be a whole number of days from 0 to 36500; 0 is everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/settingcheck.cpp" line="94"/>
        <source>%1 must be digits only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/settingcheck.cpp" line="100"/>
        <source>%1 must be one word of plain letters, digits and signs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/settingcheck.cpp" line="104"/>
        <source>%1 is not a time. Type a date such as 2026-11-20, or a time such as 2026-11-20T09:15:00Z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/settingcheck.cpp" line="111"/>
        <source>%1 must be one JSON object, such as {&quot;operator&quot;:&quot;exact&quot;,&quot;field&quot;:&quot;…&quot;,&quot;value&quot;:&quot;…&quot;}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/settingcheck.cpp" line="125"/>
        <source>%1 is longer than %2 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/settingcheck.cpp" line="130"/>
        <source>%1 holds a line break or another control character. Type it again without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/settingcheck.cpp" line="133"/>
        <source>%1 must be one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/sourcetype.cpp" line="37"/>
        <source>It has: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/sourcetype.cpp" line="38"/>
        <source>Did you mean %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/sourcetype.cpp" line="40"/>
        <source>%1 has no setting %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/sourcetype.cpp" line="49"/>
        <source>%1 needs the setting %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/asana/asanasource.cpp" line="172"/>
        <source>Asana&apos;s place in the list had expired; reading went on from ten minutes before the last event.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <location filename="../models/store/databasefile.cpp" line="31"/>
        <source>The file trailglass.sqlite in this folder is not a Trailglass workspace. Choose another folder, or move the file away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/databasefile.cpp" line="50"/>
        <source>This workspace was last used by a newer Trailglass (schema %1; this one knows %2). Update Trailglass, or choose another folder. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/databasefile.cpp" line="73"/>
        <source>The workspace %1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/eventreader.cpp" line="35"/>
        <source>The event of row %1 cannot be found any more: the workspace&apos;s database is damaged. Run “trailglass-cli doctor” to see what is affected, or put back a copy of trailglass.sqlite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/eventreader.cpp" line="274"/>
        <source>There is no event %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/eventwriter.cpp" line="40"/>
        <source>The workspace %1 cannot be created: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/dictionarywriter.cpp" line="101"/>
        <location filename="../models/store/idindex.cpp" line="107"/>
        <source>This workspace is full. Start another one in a new folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/migrations.cpp" line="60"/>
        <source>The backup %1 could not be written. The workspace was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/rawstore.cpp" line="34"/>
        <source>The event&apos;s JSON is not in the workspace any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/sqlerror.cpp" line="73"/>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/rawstore.cpp" line="41"/>
        <source>The stored JSON of events %1 to %2 is damaged; all others can be read. Sync again with --full into a new workspace, or put back a copy of trailglass.sqlite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/rawstore.cpp" line="111"/>
        <source>An event of %1 bytes is too large to store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/sourcetable.cpp" line="28"/>
        <source>There is no source named %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/sourcetable.cpp" line="34"/>
        <source>The source is not in this workspace any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/sourcetable.cpp" line="178"/>
        <source>A source needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/sourcetable.cpp" line="180"/>
        <source>There is no source type %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/sourcetable.cpp" line="187"/>
        <source>There is a source named %1 already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/sourcetable.cpp" line="191"/>
        <source>The name %1 belongs to the kept events of a removed %2 source. Choose another name, add it again as %2, or delete those events with: source remove %1 --purge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/sqlconnection.cpp" line="49"/>
        <source>The workspace&apos;s database could not be opened. Check the folder and its disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/sqlconnection.cpp" line="177"/>
        <source>There is no workspace in %1 yet. Add a source first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/sqlerror.cpp" line="47"/>
        <source>Another program is writing to the workspace. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/sqlerror.cpp" line="52"/>
        <source>The disk that holds the workspace is full. Free some space and try again; everything stored before is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/sqlerror.cpp" line="62"/>
        <source>The workspace&apos;s database could not be used: %1. Run “trailglass-cli doctor” to see whether it is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/sqlerror.cpp" line="98"/>
        <source>The workspace&apos;s database is damaged: table %1 holds a value in column %2 that cannot be right. Run “trailglass-cli doctor” to see what is affected, or put back a copy of trailglass.sqlite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/sqlerror.cpp" line="110"/>
        <source>The workspace&apos;s database is damaged. Run “trailglass-cli doctor” to see what is affected; put back a copy of trailglass.sqlite, or move the file away and sync again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/sqlerror.cpp" line="81"/>
        <source>The workspace cannot be written: its disk or folder is read-only, or belongs to somebody else. Make it writable, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/workspace.cpp" line="38"/>
        <source>The workspace folder %1 cannot be used: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/workspace.cpp" line="52"/>
        <source>The folder %1 can be read by others and holds other files. Choose an empty folder for the workspace, or make this one private (chmod 700).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/workspacelock.cpp" line="84"/>
        <source>is syncing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/workspacelock.cpp" line="86"/>
        <source>is importing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/workspacelock.cpp" line="88"/>
        <source>is deleting events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/workspacelock.cpp" line="90"/>
        <source>is bringing the workspace up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/workspacelock.cpp" line="91"/>
        <source>is at work (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/workspacelock.cpp" line="98"/>
        <source>Another program is at work on this workspace. Try again when it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/workspacelock.cpp" line="101"/>
        <source>Another program %1 (%2, process %3). Try again when it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/workspacelock.cpp" line="112"/>
        <source>The file %1 cannot be locked: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/workspacelock.cpp" line="120"/>
        <source>%1 holds something that Trailglass did not write. Move it away, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/presettable.cpp" line="64"/>
        <source>A preset needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/presettable.cpp" line="83"/>
        <source>There is no preset named %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/purger.cpp" line="129"/>
        <source>The deletion goes on when the workspace is opened next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/signaturecheck.cpp" line="198"/>
        <source>The search signatures of %1 blocks of events are damaged, the first from row %2 on. Nothing is missed, but searches are slower: run &quot;doctor --repair&quot; to make them anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/signaturecheck.cpp" line="205"/>
        <source>Searches may miss texts in %1 blocks of events, the first from row %2 on, because their signatures lack them. Run &quot;doctor --repair&quot; to make them anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/workspacefiles.cpp" line="50"/>
        <source>%1 was not written by Trailglass: using it would delete another file. Move it away, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncPreparation</name>
    <message>
        <location filename="../models/session/syncpreparation.cpp" line="32"/>
        <source>The source %1 was removed; its events are kept. Add it again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <location filename="../models/query/sql/timelinecounter.cpp" line="32"/>
        <source>A timeline has at least one bin and at most 1,000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/sql/timelinecounter.cpp" line="39"/>
        <source>A timeline cannot be split by this field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/sql/timelinecounter.cpp" line="41"/>
        <source>This field has too many values to split a timeline by.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass</name>
    <message>
        <location filename="../models/sources/jsonfault.cpp" line="28"/>
        <source>A value is missing or does not begin like JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/jsonfault.cpp" line="30"/>
        <source>A member name in double quotes is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/jsonfault.cpp" line="32"/>
        <source>A colon is missing after a member name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/jsonfault.cpp" line="34"/>
        <source>A comma or a closing brace is missing in an object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/jsonfault.cpp" line="36"/>
        <source>A comma or a closing bracket is missing in an array.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/jsonfault.cpp" line="38"/>
        <source>A word is neither true, false nor null.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/jsonfault.cpp" line="40"/>
        <source>A number is not written as JSON wants it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/jsonfault.cpp" line="42"/>
        <source>A string holds a control character that is not escaped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/jsonfault.cpp" line="44"/>
        <source>A string holds an escape that JSON does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/jsonfault.cpp" line="46"/>
        <source>The text is not valid UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/jsonfault.cpp" line="48"/>
        <source>It is nested deeper than %1 levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/jsonfault.cpp" line="50"/>
        <source>It is larger than %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/jsonfault.cpp" line="52"/>
        <source>There is more than %1 of data outside the list of events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/jsonfault.cpp" line="55"/>
        <source>There is more text after the end of the value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/jsonfault.cpp" line="57"/>
        <source>The data breaks off before its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sources/jsonfault.cpp" line="59"/>
        <source>There is no data at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/sortorder.cpp" line="53"/>
        <source>At most %1 sort keys, please.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/countingcommands.cpp" line="73"/>
        <source>Say how to divide time: either --bins N or --interval 1h.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/countingcommands.cpp" line="127"/>
        <source>The time from the first to the last event has too many intervals of this length; those without events were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/countingcommands.cpp" line="142"/>
        <source>Counts the events that match by the values of fields, as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/countingcommands.cpp" line="143"/>
        <source>the fields and @paths to count by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/countingcommands.cpp" line="144"/>
        <source>only the N most frequent values of each; all if not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/countingcommands.cpp" line="149"/>
        <source>Counts the events that match over time, as JSON; takes either --bins or --interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/countingcommands.cpp" line="150"/>
        <source>N equal bins from the first to the last event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/countingcommands.cpp" line="152"/>
        <source>bins of 30s, 15m, 1h, 1d or 1w; empty ones are left out where all would be more than 100,000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/exportcommand.cpp" line="84"/>
        <source>%1: not synced from %2 to %3, so events may be missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcewords.cpp" line="40"/>
        <source>Last run: %1 received, %2 new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcewords.cpp" line="42"/>
        <source>, %1 updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcewords.cpp" line="44"/>
        <source>, %1 in conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcewords.cpp" line="46"/>
        <source>, %1 unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcewords.cpp" line="71"/>
        <location filename="../app/cli/exportcommand.cpp" line="125"/>
        <source>%1 of %2 events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcewords.cpp" line="82"/>
        <source>It works. No event came in the page asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcewords.cpp" line="84"/>
        <source>It works: %1 events in the page asked for, the newest of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcewords.cpp" line="87"/>
        <source>It answers, but none of the %1 events in the page asked for could be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcewords.cpp" line="101"/>
        <source>The last sync failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcewords.cpp" line="103"/>
        <source>Removed. Its events are kept until you delete them, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcewords.cpp" line="110"/>
        <source>Last good sync: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcewords.cpp" line="112"/>
        <source>%1 events from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcewords.cpp" line="116"/>
        <source>Not synced yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/exportcommand.cpp" line="79"/>
        <source>events: %1 · columns: %2 · times in UTC · cells neutralised: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/exportcommand.cpp" line="89"/>
        <source>warning: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/exportcommand.cpp" line="147"/>
        <source>Writes the events that match to a file, whole or not at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/exportcommand.cpp" line="149"/>
        <source>where to; - is standard output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/exportcommand.cpp" line="153"/>
        <source>leave cells as they are that a spreadsheet would run as formulas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/exportcommand.cpp" line="157"/>
        <source>begin with a byte order mark, for spreadsheets that need one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/importcommand.cpp" line="27"/>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/importcommand.cpp" line="28"/>
        <source>%1: %2, %3 events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/importcommand.cpp" line="63"/>
        <source>Reads vendor JSON from files (&quot;-&quot; is standard input): an answer, an array, an event, or one a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/ledgercommands.cpp" line="28"/>
        <source>unbounded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/ledgercommands.cpp" line="56"/>
        <location filename="../app/cli/reports.cpp" line="30"/>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/completioncandidates.cpp" line="57"/>
        <source>is exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/completioncandidates.cpp" line="59"/>
        <source>contains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/completioncandidates.cpp" line="61"/>
        <location filename="../app/cli/ledgercommands.cpp" line="56"/>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/completioncandidates.cpp" line="63"/>
        <source>up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/completioncandidates.cpp" line="65"/>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/completioncandidates.cpp" line="67"/>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/completioncandidates.cpp" line="68"/>
        <source>is in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/completioncandidates.cpp" line="68"/>
        <source>is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/completioncandidates.cpp" line="103"/>
        <source>same as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/ledgercommands.cpp" line="56"/>
        <source>to (exclusive)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/ledgercommands.cpp" line="56"/>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/ledgercommands.cpp" line="56"/>
        <location filename="../app/cli/reports.cpp" line="31"/>
        <source>pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/ledgercommands.cpp" line="79"/>
        <source>No interval was asked for and answered in full yet; &quot;trailglass-cli sync&quot; does that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/ledgercommands.cpp" line="102"/>
        <source>what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/ledgercommands.cpp" line="102"/>
        <source>how much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/ledgercommands.cpp" line="103"/>
        <location filename="../app/cli/sourcelistcommands.cpp" line="118"/>
        <location filename="../app/cli/sourcelistcommands.cpp" line="156"/>
        <source>events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/ledgercommands.cpp" line="104"/>
        <source>rows superseded or purged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/ledgercommands.cpp" line="105"/>
        <source>unreadable rows in quarantine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/ledgercommands.cpp" line="106"/>
        <source>vendor JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/ledgercommands.cpp" line="107"/>
        <source>the same as stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/ledgercommands.cpp" line="108"/>
        <source>database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/ledgercommands.cpp" line="110"/>
        <source>different values of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/ledgercommands.cpp" line="131"/>
        <source>Lists the time intervals that were asked for and answered in full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/ledgercommands.cpp" line="136"/>
        <source>Shows how much the workspace holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/main.cpp" line="42"/>
        <source>trailglass-cli: audit logs of Asana, Secoda, Datafold, Paradime and Nected, kept locally</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/main.cpp" line="44"/>
        <source>Everywhere: --workspace DIR, --json, --help, --version
--json prints data, reports, notices and errors as JSON, one value a line.
&quot;trailglass-cli COMMAND --help&quot; tells a command&apos;s options. EXPR is a filter such as
  actor:ann@example.com -outcome:success created:-7d @details.role:admin
Exit codes: 0 done, 1 failed, 2 wrong usage or filter, 3 done in part
(a source failed, or events could not be read), 130 interrupted
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/outputoptions.cpp" line="23"/>
        <source>There is no format &quot;%1&quot;; take one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/outputoptions.cpp" line="57"/>
        <source>fields and @paths, joined by commas: created,actor,@details.new_value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/outputoptions.cpp" line="59"/>
        <source>fields and @paths, - for descending; -created (newest first) if not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/outputoptions.cpp" line="60"/>
        <source>%1 if not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/querycommands.cpp" line="95"/>
        <source>cells neutralised: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/querycommands.cpp" line="148"/>
        <source>Prints the events that match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/querycommands.cpp" line="151"/>
        <source>at most so many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/querycommands.cpp" line="152"/>
        <source>leave out the first so many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/querycommands.cpp" line="153"/>
        <source>print their number alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/reports.cpp" line="30"/>
        <source>status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/reports.cpp" line="30"/>
        <source>received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/reports.cpp" line="30"/>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/reports.cpp" line="30"/>
        <source>updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/reports.cpp" line="30"/>
        <source>duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/reports.cpp" line="31"/>
        <source>conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/reports.cpp" line="31"/>
        <source>unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/reports.cpp" line="31"/>
        <source>retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/reports.cpp" line="47"/>
        <source>%1: warning: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/histogram/timelinewords.cpp" line="41"/>
        <source>1 event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/histogram/timelinewords.cpp" line="41"/>
        <location filename="../views/sources/sourcewords.cpp" line="72"/>
        <source>%1 events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/histogram/timelinewords.cpp" line="62"/>
        <location filename="../views/sources/sourcewords.cpp" line="75"/>
        <location filename="../app/cli/reports.cpp" line="49"/>
        <location filename="../app/cli/sourcedraft.cpp" line="91"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/histogram/timelinewords.cpp" line="65"/>
        <source>Not synced, events may be missing: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/histogram/timelinewords.cpp" line="72"/>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/histogram/timelinewords.cpp" line="75"/>
        <source>%1 · not all synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/histogram/timelinewords.cpp" line="87"/>
        <source>(none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/showcommand.cpp" line="65"/>
        <source>Shows one event: its fields and the vendor&apos;s JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/showcommand.cpp" line="68"/>
        <source>the stored bytes, nothing else; on a terminal with what it would obey made visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcechoice.cpp" line="25"/>
        <source>&quot;trailglass-cli source list&quot; shows what there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcechoice.cpp" line="26"/>
        <location filename="../app/cli/sourcedraft.cpp" line="27"/>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcechoice.cpp" line="27"/>
        <source>There is no connection &quot;%1&quot;. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcechoice.cpp" line="52"/>
        <source>The connection &quot;%1&quot; was removed; its events are kept. Add it again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcedraft.cpp" line="26"/>
        <source>Take one of: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcedraft.cpp" line="36"/>
        <source>--set takes KEY=VALUE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcedraft.cpp" line="37"/>
        <source>--secret takes KEY=keychain, KEY=env:VARIABLE or KEY=file:PATH.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcedraft.cpp" line="69"/>
        <source>%1 has no secret of that name. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcedraft.cpp" line="76"/>
        <source>A secret for the session only is of no use to a command that ends; take keychain, env:VARIABLE or file:PATH.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcedraft.cpp" line="85"/>
        <source>%1 (%2) for %3: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcedraft.cpp" line="101"/>
        <source>%1 needs a secret: --secret %2=keychain, %2=env:VARIABLE or %2=file:PATH. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcedraft.cpp" line="118"/>
        <source>There is no vendor type &quot;%1&quot;. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourceeditcommands.cpp" line="259"/>
        <source>%1 was entered for another address and is only sent there. Enter it again: --secret %1=keychain. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourceeditcommands.cpp" line="271"/>
        <source>Say what to change: --set KEY=VALUE (an empty VALUE is the default) or --secret KEY=REF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourceeditcommands.cpp" line="307"/>
        <source>a setting; &quot;source types&quot; lists them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourceeditcommands.cpp" line="308"/>
        <source>a key: keychain (asked for), env:VARIABLE or file:PATH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourceeditcommands.cpp" line="316"/>
        <source>Adds a connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourceeditcommands.cpp" line="319"/>
        <source>Changes settings or keys of a connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourceeditcommands.cpp" line="326"/>
        <source>Removes a connection and its keys; its events stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourceeditcommands.cpp" line="327"/>
        <source>delete its events too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcelistcommands.cpp" line="54"/>
        <source>setting, %1 if not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcelistcommands.cpp" line="55"/>
        <source>setting, required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcelistcommands.cpp" line="56"/>
        <source>scope, optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcelistcommands.cpp" line="57"/>
        <source>setting, optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcelistcommands.cpp" line="60"/>
        <source>One of: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcelistcommands.cpp" line="63"/>
        <source>secret, required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcelistcommands.cpp" line="63"/>
        <source>secret, optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/presetcommands.cpp" line="45"/>
        <location filename="../app/cli/presetcommands.cpp" line="68"/>
        <location filename="../app/cli/sourcelistcommands.cpp" line="118"/>
        <location filename="../app/cli/sourcelistcommands.cpp" line="150"/>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/presetcommands.cpp" line="45"/>
        <location filename="../app/cli/presetcommands.cpp" line="69"/>
        <source>filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/presetcommands.cpp" line="45"/>
        <location filename="../app/cli/presetcommands.cpp" line="70"/>
        <source>columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/presetcommands.cpp" line="45"/>
        <location filename="../app/cli/presetcommands.cpp" line="71"/>
        <source>sort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/presetcommands.cpp" line="121"/>
        <source>The preset “%1” still names “%2”, and cannot run without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/presetcommands.cpp" line="143"/>
        <source>presets: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/presetcommands.cpp" line="153"/>
        <source>Standard input cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/presetcommands.cpp" line="203"/>
        <source>those that come with the program instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/presetcommands.cpp" line="207"/>
        <source>Saves a filter, in place of one of the same name; use it as preset:NAME in any EXPR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/presetcommands.cpp" line="208"/>
        <source>the columns it is looked at with, in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/presetcommands.cpp" line="209"/>
        <source>the order it is looked at in, in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/presetcommands.cpp" line="202"/>
        <source>Lists the saved filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/presetcommands.cpp" line="54"/>
        <source>There are no presets yet. Save one: trailglass-cli preset save NAME EXPR
Those of the program: trailglass-cli preset list --built-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/presetcommands.cpp" line="214"/>
        <source>Shows one saved filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/presetcommands.cpp" line="216"/>
        <source>Deletes a saved filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/presetcommands.cpp" line="217"/>
        <source>Writes all saved filters to a file; - is standard output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/presetcommands.cpp" line="220"/>
        <source>Adds the filters of such a file; none that is there is changed. - is standard input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcelistcommands.cpp" line="118"/>
        <location filename="../app/cli/sourcelistcommands.cpp" line="151"/>
        <source>type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcelistcommands.cpp" line="118"/>
        <source>latest event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcelistcommands.cpp" line="118"/>
        <location filename="../app/cli/sourcelistcommands.cpp" line="160"/>
        <source>last success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcelistcommands.cpp" line="118"/>
        <location filename="../app/cli/sourcelistcommands.cpp" line="163"/>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcelistcommands.cpp" line="125"/>
        <location filename="../app/cli/sourcelistcommands.cpp" line="163"/>
        <source>removed, events kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcelistcommands.cpp" line="127"/>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcelistcommands.cpp" line="128"/>
        <source>never synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcelistcommands.cpp" line="137"/>
        <source>There are no connections yet. Add one: trailglass-cli source add TYPE NAME …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcelistcommands.cpp" line="157"/>
        <source>earliest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcelistcommands.cpp" line="158"/>
        <source>latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcelistcommands.cpp" line="159"/>
        <source>last attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcelistcommands.cpp" line="161"/>
        <source>last error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcelistcommands.cpp" line="189"/>
        <source>Lists the vendors with their settings and secrets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcelistcommands.cpp" line="195"/>
        <source>Lists the connections and how they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcelistcommands.cpp" line="197"/>
        <source>Shows one connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/synccommand.cpp" line="46"/>
        <source>--since takes a time such as 2026-11, 2026-11-01, 2026-11-01T08:00:00Z or -7d, not &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/synccommand.cpp" line="181"/>
        <source>There are no connections to sync. Add one: trailglass-cli source add TYPE NAME …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/synccommand.cpp" line="200"/>
        <source>Brings connections up to date, all or the named ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/synccommand.cpp" line="201"/>
        <source>read everything again, back to the oldest event stored; deletes nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/synccommand.cpp" line="203"/>
        <source>read from here (2026-11, -7d …) instead of from where the last run ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/preset.cpp" line="40"/>
        <source>Did you mean “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/preset.cpp" line="58"/>
        <source>A preset&apos;s name has 1 to %1 characters, no control characters and no blank at its ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/preset.cpp" line="133"/>
        <source>There is no preset “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/presetfile.cpp" line="34"/>
        <source>This is no file of Trailglass presets. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/presetfile.cpp" line="40"/>
        <source>Preset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/presetfile.cpp" line="41"/>
        <source>Preset %1, “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/presetfile.cpp" line="61"/>
        <source>%1 is not written as a preset is. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/presetfile.cpp" line="68"/>
        <source>%1: %2 Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/presetfile.cpp" line="99"/>
        <source>A file of presets has at most %1 MiB. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/presetfile.cpp" line="109"/>
        <source>These presets were written by a newer Trailglass. Update Trailglass to read them. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/presetfile.cpp" line="120"/>
        <source>A file of presets has at most %1 of them. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/presetfile.cpp" line="152"/>
        <location filename="../models/presets/presetfile.cpp" line="156"/>
        <source>The file %1 could not be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/presetplan.cpp" line="29"/>
        <source>“%1” cannot follow. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/presetplan.cpp" line="44"/>
        <source>There is a preset “%1” already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/session/sourceplan.cpp" line="113"/>
        <source>There is no vendor type &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="44"/>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="45"/>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="46"/>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/trailglass/options.cpp" line="19"/>
        <source>&quot;trailglass --help&quot; lists the options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/trailglass/options.cpp" line="69"/>
        <source>usage: trailglass [options]

Opens the audit logs of Asana, Secoda, Datafold, Paradime and Nected, kept locally.

  --workspace DIR    a workspace elsewhere than in the standard place
  --filter EXPR      begins with this filter, e.g. &apos;outcome:failure created:-7d&apos;
  --sync             fetches at once what is new
  --demo             sample data in a temporary workspace
  --screenshot FILE  renders the window off screen into a PNG file and leaves
  --help, --version

The same engine without a window: trailglass-cli --help
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcetestcommand.cpp" line="116"/>
        <source>Asks for one page with the source&apos;s settings and key; stores nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/presetimport.cpp" line="24"/>
        <source>%1 Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/trailglass/demolimits.cpp" line="24"/>
        <source>The sources of the demo data stay as they are. Connect yours in your own workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/trailglass/demolimits.cpp" line="26"/>
        <source>There are no servers behind the demo data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/trailglass/demolimits.cpp" line="39"/>
        <source>This is demo data, gone when the window closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/trailglass/demolimits.cpp" line="39"/>
        <source>Open my workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/core/secret.cpp" line="28"/>
        <source>The secret is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/core/secret.cpp" line="30"/>
        <source>The secret is longer than 8 KiB. Give the token alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/core/secret.cpp" line="41"/>
        <source>The secret is not UTF-8 text. Copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/core/secret.cpp" line="43"/>
        <source>The secret has a line break in it. Copy it again as one line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/core/secret.cpp" line="45"/>
        <source>The secret has a tab in it. Copy it again without blanks around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/core/secret.cpp" line="47"/>
        <source>The secret has a control character in it. Copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/core/secret.cpp" line="49"/>
        <source>The secret starts or ends with a blank. Copy it again without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/keychainerror.cpp" line="16"/>
        <source>Without it, keep the secret in a variable (env:VARIABLE) or in a private file (file:PATH).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/keychainerror.cpp" line="28"/>
        <source>The keychain is locked or does not hold this secret. Unlock it and try again, or give the secret again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/keychainerror.cpp" line="32"/>
        <source>The keychain is locked. Unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/keychainerror.cpp" line="36"/>
        <source>Access to the keychain was refused. Allow it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/keychainerror.cpp" line="39"/>
        <source>The keychain did not remove the secret. Unlock it and try again, or remove the entry with the keychain&apos;s own program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/keychainerror.cpp" line="43"/>
        <source>There is no keychain that can be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/keychainerror.cpp" line="51"/>
        <source>The keychain does not answer. Unlock it, then start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/referenceapprovals.cpp" line="44"/>
        <source>The file of approved variables and files %1 cannot be used: %2. Nothing counts as approved until it is repaired or deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/referenceapprovals.cpp" line="52"/>
        <source>The approval cannot be saved to %1: %2. Make the folder writable, or choose another one with the variable XDG_CONFIG_HOME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/referenceapprovals.cpp" line="82"/>
        <source>it is not a regular file, or too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/referenceapprovals.cpp" line="84"/>
        <source>other users can write to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/referenceapprovals.cpp" line="121"/>
        <location filename="../models/credentials/referenceapprovals.cpp" line="126"/>
        <source>it is damaged, or of another version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/secretfile.cpp" line="27"/>
        <source>The secret&apos;s file %1 may not be read by this user. Change its owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/secretfile.cpp" line="32"/>
        <source>The secret&apos;s file %1 does not exist. Create it, readable by you alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/secretfile.cpp" line="36"/>
        <source>The secret&apos;s file %1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/secretfile.cpp" line="47"/>
        <source>%1 is not a file. Name the file that holds the secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/secretfile.cpp" line="50"/>
        <source>The secret&apos;s file is open to other users. Close it: chmod 600 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/secretfile.cpp" line="55"/>
        <source>The file %1 is larger than 64 KiB. Name the file that holds the secret alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/secretfile.cpp" line="98"/>
        <source>The secret&apos;s file %1 cannot be used. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/schemacheck.cpp" line="106"/>
        <source>table %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/schemacheck.cpp" line="108"/>
        <source>view %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/schemacheck.cpp" line="110"/>
        <source>index %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/schemacheck.cpp" line="112"/>
        <source>trigger %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/schemacheck.cpp" line="113"/>
        <source>object %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/schemacheck.cpp" line="125"/>
        <source>%1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/store/schemacheck.cpp" line="129"/>
        <source>This workspace contains objects that Trailglass did not create, and was not opened: %1. Nothing was changed. If you added them, remove them with the tool you used; otherwise ask whoever gave you the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/importshape.cpp" line="26"/>
        <source>This is not JSON: expected an object or an array, or one object a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/table/timewords.cpp" line="44"/>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/table/timewords.cpp" line="46"/>
        <source>a minute ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/table/timewords.cpp" line="48"/>
        <source>%1 minutes ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/table/timewords.cpp" line="50"/>
        <source>an hour ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/table/timewords.cpp" line="52"/>
        <source>%1 hours ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/table/timewords.cpp" line="53"/>
        <source>a day ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/table/timewords.cpp" line="53"/>
        <source>%1 days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/approvalquestion.cpp" line="23"/>
        <source>Variables and files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/approvalquestion.cpp" line="24"/>
        <source>The workspace contains these references, and you have not approved them. Allow this only if you trust the addresses. You are asked once for each address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/approvalquestion.cpp" line="32"/>
        <source>&amp;Allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/productwords.cpp" line="17"/>
        <source>Work management: logins, exports, and changes to people, roles and settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/productwords.cpp" line="19"/>
        <source>Data catalogue: what people and integrations do to resources and their metadata.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/productwords.cpp" line="21"/>
        <source>Data testing: every request to the application, by whom and with what result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/productwords.cpp" line="23"/>
        <source>Analytics platform: work in the code editor, schedules, connections and members.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/productwords.cpp" line="25"/>
        <source>Rules and workflows: edits, tests, publishing, roles and executions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/productwords.cpp" line="32"/>
        <source>Paradime has two kinds of credentials. A pair: fill in both fields. Or a single key of the newer kind, which begins with prdm_wsp_ or prdm_cmp_: put it under API secret and leave API key empty; one that begins with prdm_cmp_ needs the workspace UID above as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/removequestion.cpp" line="26"/>
        <source>Delete events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/removequestion.cpp" line="27"/>
        <source>Delete the %1 events of %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/removequestion.cpp" line="28"/>
        <source>They cannot be brought back from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/removequestion.cpp" line="29"/>
        <source>Remove source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/removequestion.cpp" line="29"/>
        <source>Remove the source %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/removequestion.cpp" line="30"/>
        <source>Its keys are taken out of the keychain. Its events stay, unless you delete them too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/removequestion.cpp" line="35"/>
        <source>&amp;Delete its %1 events too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/removequestion.cpp" line="39"/>
        <source>De&amp;lete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/removequestion.cpp" line="39"/>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/trailglass/main.cpp" line="34"/>
        <source>trailglass: there is no display to open a window on.
Without one: trailglass-cli does the same on the command line, and
trailglass --screenshot FILE renders the window off screen into a picture.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/approval.cpp" line="37"/>
        <source>Approved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/doctorcommand.cpp" line="193"/>
        <source>Shows versions, paths and the keychain, and checks the database, the fields of events against their JSON, and the index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/doctorcommand.cpp" line="197"/>
        <source>make damaged parts of the index and of the search signatures anew, and restore damaged texts of fields from the JSON</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ColumnKeeper</name>
    <message>
        <location filename="../views/events/columnkeeper.cpp" line="119"/>
        <source>raw cannot be sorted by; add a place in it as a column, such as @details.new_value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/columnkeeper.cpp" line="188"/>
        <source>&amp;Sort, smallest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/columnkeeper.cpp" line="189"/>
        <source>Sort, &amp;largest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/columnkeeper.cpp" line="190"/>
        <source>&amp;Add to the sorting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/columnkeeper.cpp" line="192"/>
        <source>&amp;Hide this column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/columnkeeper.cpp" line="197"/>
        <source>&amp;Usual widths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/columnkeeper.cpp" line="198"/>
        <source>&amp;Default columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/columnkeeper.cpp" line="199"/>
        <source>&amp;Columns…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ColumnsDialog</name>
    <message>
        <location filename="../views/events/columnsdialog.cpp" line="27"/>
        <source>Move &amp;up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/columnsdialog.cpp" line="28"/>
        <source>Move &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/columnsdialog.cpp" line="30"/>
        <source>&amp;Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/columnsdialog.cpp" line="36"/>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/columnsdialog.cpp" line="39"/>
        <source>Columns, in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/columnsdialog.cpp" line="56"/>
        <source>A place in the &amp;raw JSON:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::CommandLine</name>
    <message>
        <location filename="../models/commandline/arguments.cpp" line="89"/>
        <source>There is no option --%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/commandline/arguments.cpp" line="91"/>
        <source>Did you mean --%1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/commandline/arguments.cpp" line="110"/>
        <source>There is no command &quot;%1 %2&quot;. Did you mean &quot;%1 %3&quot;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/commandline/arguments.cpp" line="114"/>
        <source>&quot;%1&quot; needs another word: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/commandline/arguments.cpp" line="117"/>
        <source>There is no command &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/commandline/arguments.cpp" line="118"/>
        <source>&quot;trailglass-cli --help&quot; lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/commandline/arguments.cpp" line="119"/>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/commandline/arguments.cpp" line="138"/>
        <source>Something is missing. Usage: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/commandline/arguments.cpp" line="141"/>
        <source>&quot;%1&quot; is one argument too many. Usage: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/commandline/arguments.cpp" line="146"/>
        <source>--%1 %2 is missing: %3. Usage: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/commandline/arguments.cpp" line="203"/>
        <source>--%1 takes no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/commandline/arguments.cpp" line="207"/>
        <source>--%1 needs a value: --%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/commandline/arguments.cpp" line="211"/>
        <source>The value of --%1 is empty: --%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/commandline/arguments.cpp" line="244"/>
        <source>--%1 was given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/commandline/arguments.cpp" line="252"/>
        <source>Say what to do; &quot;trailglass-cli --help&quot; lists the commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/commandline/arguments.cpp" line="271"/>
        <source>--%1 takes a whole number from %2 to %3, not &quot;%4&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/approval.cpp" line="15"/>
        <source>approve the variables and files that the workspace sends to its servers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::CompletionModel</name>
    <message>
        <location filename="../views/filters/completionmodel.cpp" line="26"/>
        <source>%1, events: %2</source>
        <comment>accessible text of a value</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::CompletionPopup</name>
    <message>
        <location filename="../views/filters/completionpopup.cpp" line="54"/>
        <source>Completions of the filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ConnectionSecrets</name>
    <message>
        <location filename="../models/credentials/connectionsecrets.cpp" line="30"/>
        <source>If the address of the source is right, enter the secret again: edit the source in the window, or use &quot;source set&quot; with --secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/connectionsecrets.cpp" line="42"/>
        <source>It was entered for %1 and is not sent to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/connectionsecrets.cpp" line="44"/>
        <source>It was saved by an earlier version without the address it was entered for, and is not sent to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/connectionsecrets.cpp" line="199"/>
        <source>This secret is kept in a variable or a file. Change it there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ConnectionTest</name>
    <message>
        <location filename="../models/sync/connectiontest.cpp" line="48"/>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/connectiontest.cpp" line="56"/>
        <source>This version does not know sources of type %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::Doctor</name>
    <message>
        <location filename="../app/cli/doctorcommand.cpp" line="90"/>
        <source>Checking the database …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/doctorcommand.cpp" line="95"/>
        <source>Comparing events with their JSON: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/doctorcommand.cpp" line="103"/>
        <source>Comparing the saved index with the events …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/doctorcommand.cpp" line="120"/>
        <source>Texts of fields restored from the JSON of events: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/doctorcommand.cpp" line="126"/>
        <source>Parts of the index made anew: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/doctorcommand.cpp" line="132"/>
        <source>Signatures for searches made anew: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/doctorcommand.cpp" line="152"/>
        <source>workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/doctorcommand.cpp" line="153"/>
        <source>keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/doctorcommand.cpp" line="153"/>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/doctorcommand.cpp" line="155"/>
        <source>database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/doctorcommand.cpp" line="157"/>
        <source>none yet; adding a source makes it
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/doctorcommand.cpp" line="159"/>
        <source>ok
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/doctorcommand.cpp" line="160"/>
        <source>problems: %1
</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::EventActions</name>
    <message>
        <location filename="../views/events/eventactions.cpp" line="31"/>
        <source>&amp;Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventactions.cpp" line="32"/>
        <source>Copy &amp;value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventactions.cpp" line="33"/>
        <source>Copy as &amp;filter text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventactions.cpp" line="34"/>
        <source>Copy rows as &amp;JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventactions.cpp" line="35"/>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventactions.cpp" line="36"/>
        <source>&amp;Only this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventactions.cpp" line="37"/>
        <source>&amp;Exclude this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventactions.cpp" line="38"/>
        <source>&amp;Sort, smallest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventactions.cpp" line="39"/>
        <source>Sort, &amp;largest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventactions.cpp" line="40"/>
        <source>&amp;Add to the sorting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventactions.cpp" line="41"/>
        <source>&amp;Wider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventactions.cpp" line="42"/>
        <source>&amp;Narrower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventactions.cpp" line="43"/>
        <source>&amp;Usual widths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventactions.cpp" line="44"/>
        <source>&amp;Hide this column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventactions.cpp" line="45"/>
        <source>&amp;Default columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventactions.cpp" line="46"/>
        <source>&amp;Columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventactions.cpp" line="63"/>
        <source>Colum&amp;n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventactions.cpp" line="47"/>
        <source>Show &amp;new events</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::EventExporter</name>
    <message>
        <location filename="../models/session/eventexporter.cpp" line="179"/>
        <source>The export was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::EventHeader</name>
    <message>
        <location filename="../views/inspector/eventheader.cpp" line="111"/>
        <source>%1 · %2</source>
        <comment>vendor, name of the source</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/eventheader.cpp" line="116"/>
        <source>%1&#x2002;(%2)</source>
        <comment>time in the display zone, in UTC</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::EventTable</name>
    <message>
        <location filename="../views/events/eventtable.cpp" line="48"/>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::EventTableModel</name>
    <message>
        <location filename="../models/table/eventtablemodel.cpp" line="79"/>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/table/eventtablemodel.cpp" line="82"/>
        <source>(removed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/table/eventtablemodel.cpp" line="87"/>
        <source>%1: %2</source>
        <comment>column, cell</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::EventsView</name>
    <message>
        <location filename="../views/events/eventsview.cpp" line="64"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../views/events/eventsview.cpp" line="73"/>
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n row copied.</numerusform>
            <numerusform>%n rows copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../views/events/eventsview.cpp" line="75"/>
        <source>%1 %n cell(s) that a spreadsheet would run got a &apos; in front.</source>
        <translation>
            <numerusform>%1 %n cell that a spreadsheet would run got a &apos; in front.</numerusform>
            <numerusform>%1 %n cells that a spreadsheet would run got a &apos; in front.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../views/events/eventsview.cpp" line="183"/>
        <source>The filter cannot run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventsview.cpp" line="183"/>
        <source>The events cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventsview.cpp" line="184"/>
        <location filename="../views/events/eventsview.cpp" line="190"/>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventsview.cpp" line="186"/>
        <source>Reading the events…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventsview.cpp" line="188"/>
        <source>No event matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventsview.cpp" line="189"/>
        <source>Nothing in the workspace fits the filter. Widen it, or look at every event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventsview.cpp" line="193"/>
        <source>The first %1 of %2 events are shown. Narrow the filter to see the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../views/events/eventsview.cpp" line="212"/>
        <source>%n new event(s)</source>
        <translation>
            <numerusform>%n new event</numerusform>
            <numerusform>%n new events</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../views/events/eventsview.cpp" line="212"/>
        <source>The events have changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventsview.cpp" line="213"/>
        <source>%1 ▸</source>
        <comment>leads to the new events</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventsview.cpp" line="216"/>
        <source>Shows them (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventsviewactions.cpp" line="85"/>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventsviewactions.cpp" line="110"/>
        <source>%1 rows are too many for the clipboard (%2 at most). Export them to a file instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/eventsviewactions.cpp" line="123"/>
        <source>Select the rows to copy first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ExportController</name>
    <message>
        <location filename="../app/trailglass/exportcontroller.cpp" line="37"/>
        <source>Exported to %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ExportDialog</name>
    <message>
        <location filename="../views/exporting/exportdialog.cpp" line="47"/>
        <source>S&amp;top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportdialog.cpp" line="50"/>
        <source>Export events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportdialog.cpp" line="70"/>
        <source>Progress of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportdialog.cpp" line="78"/>
        <source>F&amp;ile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportdialog.cpp" line="92"/>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportdialog.cpp" line="145"/>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportdialog.cpp" line="155"/>
        <source>Name the file to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportdialog.cpp" line="156"/>
        <source>%1 is a folder. Name a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportdialog.cpp" line="165"/>
        <source>Replace file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportdialog.cpp" line="165"/>
        <source>Replace %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportdialog.cpp" line="166"/>
        <source>There is a file of this name in %1. It is replaced only when the new one is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportdialog.cpp" line="170"/>
        <source>&amp;Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportdialog.cpp" line="245"/>
        <source>Stopped. No file was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportdialog.cpp" line="255"/>
        <source>Written: %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ExportFile</name>
    <message>
        <location filename="../views/exporting/exportfile.cpp" line="26"/>
        <source>File to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportfile.cpp" line="28"/>
        <source>Bro&amp;wse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportfile.cpp" line="59"/>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ExportOptions</name>
    <message>
        <location filename="../views/exporting/exportoptions.cpp" line="52"/>
        <source>&amp;Neutralise formulas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportoptions.cpp" line="53"/>
        <source>&amp;Begin with a byte order mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportoptions.cpp" line="56"/>
        <source>CSV – for spreadsheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportoptions.cpp" line="57"/>
        <source>NDJSON – one JSON object a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportoptions.cpp" line="60"/>
        <source>As in the table (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportoptions.cpp" line="63"/>
        <source>The usual ones (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportoptions.cpp" line="65"/>
        <source>Every field and the JSON (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportoptions.cpp" line="69"/>
        <source>Puts a &apos; in front of cells that a spreadsheet would run as a formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportoptions.cpp" line="71"/>
        <source>Some spreadsheets read a CSV as UTF-8 only with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportoptions.cpp" line="76"/>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportoptions.cpp" line="77"/>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportoptions.cpp" line="78"/>
        <source>&amp;Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportoptions.cpp" line="79"/>
        <source>CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportoptions.cpp" line="97"/>
        <source>The whole &amp;result: %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportoptions.cpp" line="99"/>
        <source>The &amp;selection: nothing is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportoptions.cpp" line="100"/>
        <source>The &amp;selection: %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ExportWords</name>
    <message>
        <location filename="../views/exporting/exportwords.cpp" line="36"/>
        <source>%1 %2 to %3</source>
        <comment>source, day, day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportwords.cpp" line="37"/>
        <source>%1 %2 %3 to %4</source>
        <comment>source, day, time, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportwords.cpp" line="43"/>
        <source>%1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportwords.cpp" line="43"/>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportwords.cpp" line="50"/>
        <source>%1 column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportwords.cpp" line="50"/>
        <source>%1 columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportwords.cpp" line="51"/>
        <location filename="../views/exporting/exportwords.cpp" line="60"/>
        <source>UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportwords.cpp" line="54"/>
        <source>%1 cell neutralised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportwords.cpp" line="54"/>
        <source>%1 cells neutralised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportwords.cpp" line="60"/>
        <source>cells not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportwords.cpp" line="75"/>
        <source>%1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportwords.cpp" line="76"/>
        <source>%1: %2. Events may be missing there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportwords.cpp" line="77"/>
        <source>%1 gap in the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/exporting/exportwords.cpp" line="77"/>
        <source>%1 gaps in the record</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::FacetGroup</name>
    <message>
        <location filename="../views/filters/facetgroup.cpp" line="56"/>
        <source>Search values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/facetgroup.cpp" line="57"/>
        <source>Search the values of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/facetgroup.cpp" line="60"/>
        <source>Values of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/facetgroup.cpp" line="114"/>
        <source>Counting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/facetgroup.cpp" line="130"/>
        <source>The %1 most frequent values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/facetgroup.cpp" line="144"/>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/facetgroup.cpp" line="144"/>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/facetgroup.cpp" line="147"/>
        <source>No values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/facetgroup.cpp" line="157"/>
        <source>%1 · %2 chosen</source>
        <comment>field · number of values</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/facetgroup.cpp" line="202"/>
        <source>&amp;Only this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/facetgroup.cpp" line="204"/>
        <source>&amp;Exclude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/facetgroup.cpp" line="206"/>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/facetgroup.cpp" line="210"/>
        <source>Clear %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::FacetModel</name>
    <message>
        <location filename="../views/filters/facetmodel.cpp" line="71"/>
        <source>(no value)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/facetmodel.cpp" line="130"/>
        <source>events: %1</source>
        <comment>accessible text of a value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/facetmodel.cpp" line="133"/>
        <source>included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/facetmodel.cpp" line="133"/>
        <source>excluded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::FieldDelegate</name>
    <message>
        <location filename="../views/inspector/fielddelegate.cpp" line="35"/>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::FieldNote</name>
    <message>
        <location filename="../views/sources/fieldnote.cpp" line="54"/>
        <source>Written here: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::FieldsView</name>
    <message>
        <location filename="../views/inspector/fieldsview.cpp" line="26"/>
        <source>Fields of the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../views/inspector/fieldsview.cpp" line="71"/>
        <source>&amp;Empty fields (%n)</source>
        <translation>
            <numerusform>&amp;Empty fields (%n)</numerusform>
            <numerusform>&amp;Empty fields (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trailglass::FilterPane</name>
    <message>
        <location filename="../views/filters/filterpane.cpp" line="27"/>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/filterpane.cpp" line="33"/>
        <source>Clear all filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/filterpane.cpp" line="53"/>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/filterpane.cpp" line="54"/>
        <source>Vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/filterpane.cpp" line="55"/>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/filterpane.cpp" line="56"/>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/filterpane.cpp" line="57"/>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/filterpane.cpp" line="58"/>
        <source>Actor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/filterpane.cpp" line="59"/>
        <source>Target type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/filterpane.cpp" line="60"/>
        <source>IP address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/filterpane.cpp" line="167"/>
        <source>No filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/filterpane.cpp" line="167"/>
        <source>Filters: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::FirstRunPage</name>
    <message>
        <location filename="../views/sources/firstrunpage.cpp" line="54"/>
        <source>Search, inspect and export the audit logs of your SaaS products in one place, offline, for as long as you keep them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/firstrunpage.cpp" line="58"/>
        <source>Events are kept on this computer alone. Keys and tokens stay in your desktop&apos;s keychain, never in the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/firstrunpage.cpp" line="62"/>
        <source>Workspace folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/firstrunpage.cpp" line="64"/>
        <source>Add a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/firstrunpage.cpp" line="65"/>
        <source>Connect Asana, Secoda, Datafold, Paradime or Nected with a key of your own, and sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/firstrunpage.cpp" line="67"/>
        <source>Look around with demo data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/firstrunpage.cpp" line="68"/>
        <source>A made-up company&apos;s quarter in five products, with an incident to find. Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/firstrunpage.cpp" line="106"/>
        <source>Workspace: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::HttpJob</name>
    <message>
        <location filename="../models/sync/httpjob.cpp" line="57"/>
        <source>%1 answered with a web page instead of JSON: check the address of the source (base_url or endpoint), and that no sign-in page of a proxy or network is in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httpjob.cpp" line="95"/>
        <source>%1 is not asked: use https, or http for this computer (localhost) only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httpjob.cpp" line="140"/>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/httpjob.cpp" line="261"/>
        <source>The answer of %1 is larger than %2, the limit. Ask for less: a shorter time or a narrower scope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../models/sync/httpjob.cpp" line="320"/>
        <source>%1 sent nothing for %n second(s). Try again later.</source>
        <translation>
            <numerusform>%1 sent nothing for %n second. Try again later.</numerusform>
            <numerusform>%1 sent nothing for %n seconds. Try again later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../models/sync/httpjob.cpp" line="323"/>
        <source>%1 did not finish its answer within %n minute(s). Try again later.</source>
        <translation>
            <numerusform>%1 did not finish its answer within %n minute. Try again later.</numerusform>
            <numerusform>%1 did not finish its answer within %n minutes. Try again later.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trailglass::ImportReader</name>
    <message>
        <location filename="../models/sync/importreader.cpp" line="97"/>
        <source>This cannot be read a second time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/importreader.cpp" line="209"/>
        <source>This is no page of events but an error answer of %1: “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ImportRun</name>
    <message>
        <location filename="../models/sync/importer.cpp" line="127"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../models/sync/importer.cpp" line="136"/>
        <source>%n event(s) came again with other content under the same id; the first is kept.</source>
        <translation>
            <numerusform>%n event came again with other content under the same id; the first is kept.</numerusform>
            <numerusform>%n events came again with other content under the same id; the first is kept.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../models/sync/importer.cpp" line="143"/>
        <source>Nothing in there could be read as an event of %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::Importer</name>
    <message>
        <location filename="../models/sync/importer.cpp" line="173"/>
        <source>This version does not know sources of type %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::InspectorController</name>
    <message>
        <location filename="../app/trailglass/inspectorcontroller.cpp" line="77"/>
        <source>This event was removed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::InspectorPane</name>
    <message>
        <location filename="../views/inspector/inspectorpane.cpp" line="40"/>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/inspectorpane.cpp" line="41"/>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/inspectorpane.cpp" line="42"/>
        <source>Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/inspectorpane.cpp" line="45"/>
        <source>Copy JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/inspectorpane.cpp" line="46"/>
        <source>Copies the event&apos;s JSON exactly as received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/inspectorpane.cpp" line="62"/>
        <source>Reading the event…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/inspectorpane.cpp" line="104"/>
        <source>Select an event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/inspectorpane.cpp" line="104"/>
        <source>Its fields and its JSON are shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/inspectorpane.cpp" line="121"/>
        <source>This event cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::JsonTreeModel</name>
    <message>
        <location filename="../models/table/jsontreemodel.cpp" line="223"/>
        <source>%1: %2</source>
        <comment>row of a JSON tree: name, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/table/jsontreemodel.cpp" line="245"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/table/jsontreemodel.cpp" line="245"/>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::JsonTreeView</name>
    <message>
        <location filename="../views/inspector/jsontreeview.cpp" line="25"/>
        <source>JSON of the event</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::JsonView</name>
    <message>
        <location filename="../views/inspector/jsonview.cpp" line="79"/>
        <source>Find in the JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/jsonview.cpp" line="80"/>
        <source>Find in names and values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/jsonview.cpp" line="89"/>
        <source>Previous match (Shift+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/jsonview.cpp" line="90"/>
        <source>Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/jsonview.cpp" line="94"/>
        <source>Next match (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/jsonview.cpp" line="95"/>
        <source>Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/jsonview.cpp" line="207"/>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/jsonview.cpp" line="207"/>
        <source>No match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/jsonview.cpp" line="209"/>
        <source>%L1/%L2+</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/jsonview.cpp" line="209"/>
        <source>%L1/%L2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::MainWindow</name>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="45"/>
        <location filename="../views/window/mainwindow.cpp" line="191"/>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="46"/>
        <location filename="../views/window/mainwindow.cpp" line="194"/>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="47"/>
        <location filename="../views/window/mainwindow.cpp" line="195"/>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="92"/>
        <source>Main tool bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="103"/>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="104"/>
        <source>Saved filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="116"/>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="123"/>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="128"/>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="137"/>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="142"/>
        <source>&amp;Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="145"/>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="159"/>
        <source>The zone in which times are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="190"/>
        <source>Query bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="192"/>
        <source>Histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="193"/>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="193"/>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="217"/>
        <source>Trailglass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="218"/>
        <source>%1 – Trailglass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="224"/>
        <source>Time zone: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::MessageStrip</name>
    <message>
        <location filename="../views/common/messagestrip.cpp" line="53"/>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/common/messagestrip.cpp" line="54"/>
        <source>Dismiss the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::Options</name>
    <message>
        <location filename="../app/trailglass/options.cpp" line="48"/>
        <source>%1 takes a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/trailglass/options.cpp" line="52"/>
        <source>%1 takes a value that is not empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/trailglass/options.cpp" line="55"/>
        <source>There is no option %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/trailglass/options.cpp" line="57"/>
        <source>Did you mean %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/trailglass/options.cpp" line="61"/>
        <source>--demo makes a temporary workspace of its own; leave --workspace out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/trailglass/options.cpp" line="63"/>
        <source>There are no servers behind the demo data; leave --sync out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::PageFetch</name>
    <message>
        <location filename="../models/sync/pagefetch.cpp" line="26"/>
        <source>The secret of this source was entered for another address and is not sent to %1. If that address is right, enter the secret again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::PresetController</name>
    <message>
        <location filename="../app/trailglass/presetcontroller.cpp" line="85"/>
        <source>The preset “%1” is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/trailglass/presetcontroller.cpp" line="127"/>
        <source>The presets are in %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::PresetDialog</name>
    <message>
        <location filename="../views/presets/presetdialog.cpp" line="50"/>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetdialog.cpp" line="53"/>
        <location filename="../views/presets/presetdialog.cpp" line="55"/>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetdialog.cpp" line="61"/>
        <source>No presets yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetdialog.cpp" line="62"/>
        <source>Save the filter in force from the Presets menu, or import a file of presets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetdialog.cpp" line="67"/>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetdialog.cpp" line="99"/>
        <source>&amp;Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetdialog.cpp" line="104"/>
        <source>&amp;Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetdialog.cpp" line="105"/>
        <source>&amp;Update to the filter now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetdialog.cpp" line="106"/>
        <source>Saves the filter, columns and order of the window in this preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetdialog.cpp" line="107"/>
        <source>&amp;Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetdialog.cpp" line="109"/>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetdialog.cpp" line="219"/>
        <source>These presets name it and cannot run without it: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetdialog.cpp" line="221"/>
        <source>Delete preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetdialog.cpp" line="221"/>
        <source>Delete the preset “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetdialog.cpp" line="223"/>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::PresetFacts</name>
    <message>
        <location filename="../views/presets/presetfacts.cpp" line="41"/>
        <source>Filter of the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetfacts.cpp" line="47"/>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetfacts.cpp" line="48"/>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetfacts.cpp" line="49"/>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetfacts.cpp" line="54"/>
        <source>(every event)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetfacts.cpp" line="56"/>
        <source>as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetfacts.cpp" line="57"/>
        <source>as it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::PresetFiles</name>
    <message>
        <location filename="../views/presets/presetfiles.cpp" line="24"/>
        <source>Presets (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetfiles.cpp" line="24"/>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetfiles.cpp" line="40"/>
        <source>Import presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetfiles.cpp" line="45"/>
        <source>Export presets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::PresetImport</name>
    <message>
        <location filename="../models/presets/presetimport.cpp" line="215"/>
        <source>presets imported: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/presetimport.cpp" line="217"/>
        <source>there already: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/presets/presetimport.cpp" line="219"/>
        <source>“%1” is “%2” here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::PresetMenu</name>
    <message>
        <location filename="../views/presets/presetmenu.cpp" line="25"/>
        <source>&amp;Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetmenu.cpp" line="29"/>
        <source>&amp;Save filter as preset…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetmenu.cpp" line="34"/>
        <source>&amp;Manage presets…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetmenu.cpp" line="36"/>
        <source>&amp;Import presets…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetmenu.cpp" line="41"/>
        <source>&amp;Export presets…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetmenu.cpp" line="52"/>
        <source>&amp;Built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetmenu.cpp" line="92"/>
        <source>No presets yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetmenu.cpp" line="98"/>
        <source>&amp;Update “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetmenu.cpp" line="100"/>
        <source>Gives “%1” the filter in force</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::PresetNameDialog</name>
    <message>
        <location filename="../views/presets/presetnamedialog.cpp" line="29"/>
        <source>Save filter as preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetnamedialog.cpp" line="38"/>
        <location filename="../views/presets/presetnamedialog.cpp" line="76"/>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetnamedialog.cpp" line="43"/>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetnamedialog.cpp" line="76"/>
        <source>&amp;Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetnamedialog.cpp" line="80"/>
        <source>A preset has this name already. Saving replaces it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/presets/presetnamedialog.cpp" line="81"/>
        <source>Also a word of the filter language: preset:name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ProductPage</name>
    <message>
        <location filename="../views/sources/productpage.cpp" line="24"/>
        <source>Whose audit log do you want to read?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::QueryBar</name>
    <message>
        <location filename="../views/filters/querybar.cpp" line="54"/>
        <source>Searching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/querybar.cpp" line="100"/>
        <source>%1 of %2 events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/querybar.cpp" line="148"/>
        <source>Did you mean “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/querybar.cpp" line="182"/>
        <source>No filter was used before: Enter notes one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::QueryEdit</name>
    <message>
        <location filename="../views/filters/queryedit.cpp" line="25"/>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/queryedit.cpp" line="26"/>
        <source>Filter events: actor:ann op:delete created:-7d, or any text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/queryedit.cpp" line="31"/>
        <source>Filters used before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/queryedit.cpp" line="32"/>
        <source>Filters used before (Down)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::RawView</name>
    <message>
        <location filename="../views/inspector/rawview.cpp" line="44"/>
        <source>&amp;Indented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/rawview.cpp" line="48"/>
        <source>Show a&amp;ll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/rawview.cpp" line="52"/>
        <source>Lays the JSON out on lines of its own; otherwise it is shown as received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/rawview.cpp" line="54"/>
        <source>JSON as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/rawview.cpp" line="82"/>
        <source>The beginning of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::RecordFieldsModel</name>
    <message>
        <location filename="../models/table/recordfieldsmodel.cpp" line="110"/>
        <source>%1: %2</source>
        <comment>row of fields: name, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/table/recordfieldsmodel.cpp" line="129"/>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/table/recordfieldsmodel.cpp" line="129"/>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ReferenceApprovals</name>
    <message>
        <location filename="../models/credentials/referenceapprovals.cpp" line="178"/>
        <source>its folder cannot be created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/referenceapprovals.cpp" line="181"/>
        <source>another program holds it, or the folder is read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/referenceapprovals.cpp" line="217"/>
        <source>This is not approved yet. To approve it, run the command again with --trust, or start a sync in the window and allow it there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ReferenceUse</name>
    <message>
        <location filename="../models/credentials/secretuse.cpp" line="14"/>
        <source>The source %1 sends the content of the file %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/credentials/secretuse.cpp" line="15"/>
        <source>The source %1 sends the content of the environment variable %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ResultController</name>
    <message>
        <location filename="../app/trailglass/resultcontroller.cpp" line="135"/>
        <source>%1 events so far · %2 % searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/trailglass/resultcontroller.cpp" line="136"/>
        <source>%1 % searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/trailglass/resultcontroller.cpp" line="159"/>
        <source>%1 of %2 events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/trailglass/resultcontroller.cpp" line="160"/>
        <source>%1 · of the search before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::RowCopier</name>
    <message>
        <location filename="../views/events/rowcopier.cpp" line="64"/>
        <source>These rows are too large for the clipboard. Export them to a file instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/events/rowcopier.cpp" line="80"/>
        <source>The rows could not be read. Copy them again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::Runner</name>
    <message>
        <location filename="../app/cli/main.cpp" line="122"/>
        <source>Standard output could not be written to: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::Screenshot</name>
    <message>
        <location filename="../app/trailglass/screenshot.cpp" line="39"/>
        <source>The window did not come to rest in time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SecretEditor</name>
    <message>
        <location filename="../views/sources/secreteditor.cpp" line="46"/>
        <source>%1 (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/secreteditor.cpp" line="55"/>
        <source>Where to keep: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/secreteditor.cpp" line="57"/>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/secreteditor.cpp" line="58"/>
        <source>Choose the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/secreteditor.cpp" line="91"/>
        <source>Keep in the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/secreteditor.cpp" line="92"/>
        <source>For this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/secreteditor.cpp" line="93"/>
        <source>Environment variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/secreteditor.cpp" line="94"/>
        <source>Private file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/secreteditor.cpp" line="98"/>
        <source>Not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/secreteditor.cpp" line="118"/>
        <source>Kept in the keychain – type to replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/secreteditor.cpp" line="119"/>
        <source>Kept for this session – type to replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/secreteditor.cpp" line="131"/>
        <source>/path/to/a/file that only you can read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/secreteditor.cpp" line="132"/>
        <source>NAME_OF_THE_VARIABLE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/secreteditor.cpp" line="133"/>
        <source>Path of the file with: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/secreteditor.cpp" line="134"/>
        <source>Variable with: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/secreteditor.cpp" line="149"/>
        <source>File with the credential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/secreteditor.cpp" line="184"/>
        <source>Type the whole path of the file, from / on, or choose the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/secreteditor.cpp" line="188"/>
        <source>Type the name of a variable: letters, digits and _, not starting with a digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/secreteditor.cpp" line="203"/>
        <source>Needed. %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SecretLookup</name>
    <message>
        <location filename="../models/session/secretlookup.cpp" line="29"/>
        <source>This version does not know sources of type %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SecretPlanner</name>
    <message>
        <location filename="../models/session/sourceplan.cpp" line="50"/>
        <source>%1: enter it again. It was entered for another address and is only sent there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/session/sourceplan.cpp" line="59"/>
        <source>%1: give it once more, so that it can be kept in the other place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/session/sourceplan.cpp" line="61"/>
        <source>%1 is missing. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/session/sourceplan.cpp" line="68"/>
        <source>%1 cannot be left out. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/session/sourceplan.cpp" line="76"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SessionSecretStore</name>
    <message>
        <location filename="../models/credentials/sessionsecretstore.cpp" line="15"/>
        <source>This secret was given for one session only, which is over. Give it again, or keep it in the keychain, a variable (env:VARIABLE) or a private file (file:PATH).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SettingEditor</name>
    <message>
        <location filename="../views/sources/settingeditor.cpp" line="27"/>
        <source>%1 (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/settingeditor.cpp" line="57"/>
        <location filename="../views/sources/settingeditor.cpp" line="63"/>
        <source>Any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/settingeditor.cpp" line="101"/>
        <source>Needed. %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ShapeDetector</name>
    <message>
        <location filename="../models/sync/importshape.cpp" line="59"/>
        <source>This is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/importshape.cpp" line="76"/>
        <source>This is compressed: unpack it first, for instance with gunzip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/importshape.cpp" line="80"/>
        <source>This is not a JSON text in UTF-8: it looks binary or is in another encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/importshape.cpp" line="83"/>
        <source>This is a web page or XML, not JSON.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ShortcutsDialog</name>
    <message>
        <location filename="../views/window/shortcutsdialog.cpp" line="58"/>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsdialog.cpp" line="69"/>
        <location filename="../views/window/shortcutsdialog.cpp" line="82"/>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsdialog.cpp" line="69"/>
        <source>Notes the filter for later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsdialog.cpp" line="70"/>
        <source>Ctrl+Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsdialog.cpp" line="71"/>
        <source>Offers what the filter may go on with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsdialog.cpp" line="72"/>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsdialog.cpp" line="72"/>
        <source>Takes what is offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsdialog.cpp" line="73"/>
        <source>Earlier filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsdialog.cpp" line="74"/>
        <source>Back to the events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsdialog.cpp" line="77"/>
        <source>Includes or releases a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsdialog.cpp" line="79"/>
        <source>Left, Right, Home, End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsdialog.cpp" line="80"/>
        <source>Moves over the bars; with Shift chooses several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsdialog.cpp" line="82"/>
        <source>Shows what is chosen alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsdialog.cpp" line="83"/>
        <source>+, -</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsdialog.cpp" line="83"/>
        <source>Shows less or more time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsdialog.cpp" line="85"/>
        <source>Backspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsdialog.cpp" line="85"/>
        <source>Back to the time shown before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsdialog.cpp" line="120"/>
        <location filename="../views/window/shortcutsdialog.cpp" line="124"/>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsdialog.cpp" line="125"/>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsdialog.cpp" line="125"/>
        <source>What they do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsdialog.cpp" line="74"/>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsdialog.cpp" line="73"/>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsdialog.cpp" line="77"/>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsdialog.cpp" line="61"/>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsdialog.cpp" line="61"/>
        <source>What can be done with a cell, value or field</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SortHeader</name>
    <message>
        <location filename="../views/events/sortheader.cpp" line="52"/>
        <source>%1 · %2</source>
        <comment>column, place among the sort keys</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SourceDialog</name>
    <message>
        <location filename="../views/sources/sourcedialog.cpp" line="35"/>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcedialog.cpp" line="36"/>
        <source>&amp;Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcedialog.cpp" line="37"/>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcedialog.cpp" line="37"/>
        <source>&amp;Add source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcedialog.cpp" line="41"/>
        <location filename="../views/sources/sourcedialog.cpp" line="111"/>
        <source>Add a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcedialog.cpp" line="38"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcedialog.cpp" line="68"/>
        <source>Asks for one page with what is typed; keeps nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcedialog.cpp" line="103"/>
        <source>Edit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcedialog.cpp" line="103"/>
        <source>Add a source: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcedialog.cpp" line="152"/>
        <source>Asking for one page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcedialog.cpp" line="152"/>
        <source>Cancel the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcedialog.cpp" line="186"/>
        <source>Saving. The keychain may ask for its password; to cancel, refuse it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcedialog.cpp" line="187"/>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcedialog.cpp" line="203"/>
        <source>Keep it for this session only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SourceEdit</name>
    <message>
        <location filename="../app/cli/sourceeditcommands.cpp" line="98"/>
        <source>The connection is removed, its events are kept. Run the command again to remove the key and the events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourceeditcommands.cpp" line="100"/>
        <source>The connection is removed. Run the command again to remove the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourceeditcommands.cpp" line="179"/>
        <source>A key may still be in the keychain: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SourceForm</name>
    <message>
        <location filename="../views/sources/sourceform.cpp" line="44"/>
        <source>How the source is called in the program, such as %1-team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourceform.cpp" line="58"/>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourceform.cpp" line="61"/>
        <source>Name of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourceform.cpp" line="99"/>
        <source>Credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourceform.cpp" line="119"/>
        <source>Restrict what is fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourceform.cpp" line="167"/>
        <location filename="../views/sources/sourceform.cpp" line="174"/>
        <source>%1 needs another look.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SourceKeeper</name>
    <message>
        <location filename="../models/session/sourcereading.cpp" line="55"/>
        <source>The source is not in this workspace any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/session/sourcekeeper.cpp" line="285"/>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SourceRun</name>
    <message>
        <location filename="../models/sync/sourcerun.cpp" line="78"/>
        <source>This version does not know sources of type %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/sourcerun.cpp" line="117"/>
        <source>Storing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/sync/sourcerun.cpp" line="125"/>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../models/sync/sourcerun.cpp" line="218"/>
        <source>Stopped after %n page(s), the limit of one run; the next run goes on from here.</source>
        <translation>
            <numerusform>Stopped after %n page, the limit of one run; the next run goes on from here.</numerusform>
            <numerusform>Stopped after %n pages, the limit of one run; the next run goes on from here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../models/sync/sourcerun.cpp" line="264"/>
        <source>Asked to slow down, going on in %n second(s)</source>
        <translation>
            <numerusform>Asked to slow down, going on in %n second</numerusform>
            <numerusform>Asked to slow down, going on in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../models/sync/sourcerun.cpp" line="265"/>
        <source>Trying again in %n second(s)</source>
        <translation>
            <numerusform>Trying again in %n second</numerusform>
            <numerusform>Trying again in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../models/sync/sourcerun.cpp" line="323"/>
        <source>%n event(s) came again with other content under the same id; the first is kept.</source>
        <translation>
            <numerusform>%n event came again with other content under the same id; the first is kept.</numerusform>
            <numerusform>%n events came again with other content under the same id; the first is kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../models/sync/sourcerun.cpp" line="330"/>
        <source>%n event(s) could not be read and were put aside as they came. The first: %1</source>
        <translation>
            <numerusform>%n event could not be read and was put aside as it came. The first: %1</numerusform>
            <numerusform>%n events could not be read and were put aside as they came. The first: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trailglass::SourceStorage</name>
    <message>
        <location filename="../models/session/sourcestorage.cpp" line="105"/>
        <source>The key that was there could not be put back. Give it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/session/sourcestorage.cpp" line="133"/>
        <source>The source is saved, but a key it does not use any more may still be in the keychain. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/session/sourcestorage.cpp" line="154"/>
        <source>The source is removed, but its key may still be in the keychain: remove it once more to try again. %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SourceTableModel</name>
    <message>
        <location filename="../models/table/sourcetablemodel.cpp" line="146"/>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/table/sourcetablemodel.cpp" line="148"/>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/table/sourcetablemodel.cpp" line="150"/>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/table/sourcetablemodel.cpp" line="152"/>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/table/sourcetablemodel.cpp" line="154"/>
        <source>Last sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/table/sourcetablemodel.cpp" line="156"/>
        <source>Latest event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/table/sourcetablemodel.cpp" line="158"/>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/table/sourcetablemodel.cpp" line="176"/>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/table/sourcetablemodel.cpp" line="191"/>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/table/sourcetablemodel.cpp" line="197"/>
        <source>%1, %2, %3, %4 events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/table/sourcetablemodel.cpp" line="201"/>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SourcesController</name>
    <message>
        <location filename="../views/sources/sourcescontroller.cpp" line="112"/>
        <source>%1 is of a product that this version does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcescontroller.cpp" line="176"/>
        <source>Asking %1 for one page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcescontroller.cpp" line="177"/>
        <source>Cancel the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcescontroller.cpp" line="197"/>
        <location filename="../views/sources/sourcescontroller.cpp" line="289"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcescontroller.cpp" line="293"/>
        <source>%1 sources could not be brought up to date. Their rows say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcescontroller.cpp" line="304"/>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcescontroller.cpp" line="306"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcescontroller.cpp" line="346"/>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SourcesPane</name>
    <message>
        <location filename="../views/sources/sourcespane.cpp" line="56"/>
        <source>No sources yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcespane.cpp" line="56"/>
        <source>Add one to bring its audit log here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcespane.cpp" line="57"/>
        <source>Add a source…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcespane.cpp" line="85"/>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcespane.cpp" line="85"/>
        <source>Connect another product or account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcespane.cpp" line="86"/>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcespane.cpp" line="86"/>
        <source>Change settings and credentials of this source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcespane.cpp" line="87"/>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcespane.cpp" line="87"/>
        <source>Ask for one page; keeps nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcespane.cpp" line="88"/>
        <source>Sync this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcespane.cpp" line="88"/>
        <source>Bring this source up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcespane.cpp" line="89"/>
        <location filename="../views/sources/sourcespane.cpp" line="214"/>
        <source>Sync all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcespane.cpp" line="89"/>
        <location filename="../views/sources/sourcespane.cpp" line="216"/>
        <source>Bring all sources up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcespane.cpp" line="91"/>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcespane.cpp" line="91"/>
        <source>Remove this source, with or without its events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcespane.cpp" line="112"/>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcespane.cpp" line="180"/>
        <source>About the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcespane.cpp" line="214"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/sources/sourcespane.cpp" line="215"/>
        <source>End the sync; what has come stays</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SpreadsheetOverflow</name>
    <message>
        <location filename="../models/exporting/spreadsheetlimits.cpp" line="40"/>
        <source>Spreadsheets such as Excel open at most %1 rows, the header included. Rows they will leave out: %2. Filter by time and export in parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/exporting/spreadsheetlimits.cpp" line="46"/>
        <source>Excel keeps at most %1 characters in a cell. Cells it will cut: %2. The file itself is complete.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SyncRun</name>
    <message>
        <location filename="../app/cli/synccommand.cpp" line="99"/>
        <source> of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/synccommand.cpp" line="100"/>
        <source>%1: %2%3 events, %4 new · %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::TestRun</name>
    <message>
        <location filename="../app/cli/sourcetestcommand.cpp" line="67"/>
        <source>%1 works: %2 events in the page asked for, %3 of them unreadable.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/sourcetestcommand.cpp" line="72"/>
        <source>warning: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::TextViewer</name>
    <message>
        <location filename="../views/inspector/textviewer.cpp" line="29"/>
        <source>Whole value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/textviewer.cpp" line="31"/>
        <source>&amp;Copy all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::TimeGroup</name>
    <message>
        <location filename="../views/filters/timegroup.cpp" line="46"/>
        <location filename="../views/filters/timegroup.cpp" line="69"/>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/timegroup.cpp" line="47"/>
        <source>To, included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/timegroup.cpp" line="52"/>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/timegroup.cpp" line="56"/>
        <source>Any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/timegroup.cpp" line="57"/>
        <source>Last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/timegroup.cpp" line="58"/>
        <source>Last 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/timegroup.cpp" line="59"/>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/timegroup.cpp" line="60"/>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/timegroup.cpp" line="61"/>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/timegroup.cpp" line="62"/>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/timegroup.cpp" line="63"/>
        <source>This month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/timegroup.cpp" line="64"/>
        <source>From … to …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/timegroup.cpp" line="70"/>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/timegroup.cpp" line="128"/>
        <source>As in the query bar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::TimelineChart</name>
    <message>
        <location filename="../views/histogram/timelinechart.cpp" line="45"/>
        <source>Events over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/histogram/timelinechart.cpp" line="74"/>
        <source>No event matches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::TimelineLegend</name>
    <message>
        <location filename="../views/histogram/timelinelegend.cpp" line="56"/>
        <source>not synced</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::TimelineMenu</name>
    <message>
        <location filename="../views/histogram/timelinemenu.cpp" line="25"/>
        <source>&amp;Zoom to this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/histogram/timelinemenu.cpp" line="28"/>
        <source>&amp;Copy this time as a filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/histogram/timelinemenu.cpp" line="47"/>
        <source>&amp;Only %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/histogram/timelinemenu.cpp" line="48"/>
        <source>&amp;Exclude %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/histogram/timelinemenu.cpp" line="57"/>
        <source>&amp;Only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/histogram/timelinemenu.cpp" line="59"/>
        <source>&amp;Exclude</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::TimelineView</name>
    <message>
        <location filename="../views/histogram/timelineview.cpp" line="61"/>
        <source>Reading the events…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/histogram/timelineview.cpp" line="75"/>
        <source>Colours of the histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/histogram/timelineview.cpp" line="76"/>
        <source>What the colours of the bars stand for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/histogram/timelineview.cpp" line="77"/>
        <source>By outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/histogram/timelineview.cpp" line="78"/>
        <source>By vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/histogram/timelineview.cpp" line="79"/>
        <source>By operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/histogram/timelineview.cpp" line="85"/>
        <source>Back to the time shown before (Backspace)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/histogram/timelineview.cpp" line="86"/>
        <source>Back to the time shown before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::UnreadablePlaces</name>
    <message numerus="yes">
        <location filename="../models/sync/unreadableplaces.cpp" line="38"/>
        <source>%1: %n line(s) could not be read: line %2. The first: %3</source>
        <translation>
            <numerusform>%1: %n line could not be read: line %2. The first: %3</numerusform>
            <numerusform>%1: %n lines could not be read: line %2. The first: %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../models/sync/unreadableplaces.cpp" line="39"/>
        <source>%1: %n event(s) could not be read: at byte %2. The first: %3</source>
        <translation>
            <numerusform>%1: %n event could not be read: at byte %2. The first: %3</numerusform>
            <numerusform>%1: %n events could not be read: at byte %2. The first: %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trailglass::ValueActions</name>
    <message>
        <location filename="../views/inspector/valueactions.cpp" line="25"/>
        <source>&amp;Filter by this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/valueactions.cpp" line="26"/>
        <source>&amp;Exclude this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/valueactions.cpp" line="28"/>
        <source>&amp;Only this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/valueactions.cpp" line="30"/>
        <source>&amp;Copy value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/valueactions.cpp" line="31"/>
        <source>Copy as f&amp;ield:value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/valueactions.cpp" line="33"/>
        <source>&amp;Add as column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/valueactions.cpp" line="34"/>
        <source>Open in a &amp;window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/valueactions.cpp" line="41"/>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::WindowActions</name>
    <message>
        <location filename="../views/window/windowactions.cpp" line="53"/>
        <source>&amp;Add source…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="53"/>
        <source>Connects to another product&apos;s audit log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="55"/>
        <source>&amp;Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="55"/>
        <source>Fetches what is new from every source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="56"/>
        <source>&amp;Cancel sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="56"/>
        <source>Ends the sync; what has come stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="58"/>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="59"/>
        <source>Writes the events shown, or the selected ones, to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="60"/>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="60"/>
        <source>Closes Trailglass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="61"/>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="62"/>
        <source>Copies what is selected in the pane that has the keyboard; of the events, whole rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="64"/>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="64"/>
        <source>Selects every event of the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="66"/>
        <source>&amp;Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="66"/>
        <source>Goes to the query bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="67"/>
        <source>C&amp;lear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="67"/>
        <source>Shows every event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="69"/>
        <source>&amp;Histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="69"/>
        <source>Shows or hides the events over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="71"/>
        <source>&amp;Columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="71"/>
        <source>Chooses the columns of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="72"/>
        <source>&amp;Time zone…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="73"/>
        <source>Chooses the zone in which times are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="75"/>
        <source>Go to the &amp;events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="75"/>
        <source>Moves the keyboard to the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="76"/>
        <source>Go to the &amp;next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="77"/>
        <source>Moves the keyboard to the next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="78"/>
        <source>Go to the &amp;previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="79"/>
        <source>Moves the keyboard to the pane before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="81"/>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="81"/>
        <source>Lists every shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="83"/>
        <source>&amp;About Trailglass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowactions.cpp" line="83"/>
        <source>Version and licence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::WindowCommands</name>
    <message>
        <location filename="../app/trailglass/windowcommands.cpp" line="71"/>
        <source>Syncing: %1 events, %2 new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/trailglass/windowcommands.cpp" line="79"/>
        <source>Syncing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/trailglass/windowcommands.cpp" line="94"/>
        <source>About Trailglass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/trailglass/windowcommands.cpp" line="94"/>
        <source>Trailglass %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/trailglass/windowcommands.cpp" line="95"/>
        <source>Audit logs of Asana, Secoda, Datafold, Paradime and Nected, kept locally.

MIT licence, Trailglass authors.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::Workbench</name>
    <message>
        <location filename="../app/trailglass/workbench.cpp" line="150"/>
        <source>Demo data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/trailglass/workbench.cpp" line="186"/>
        <source>There is no room for the demo data: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/trailglass/workbench.cpp" line="291"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::WorkspaceFaults</name>
    <message>
        <location filename="../app/trailglass/workspacefaults.cpp" line="43"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ZoneDialog</name>
    <message>
        <location filename="../views/settings/zonedialog.cpp" line="25"/>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/settings/zonedialog.cpp" line="27"/>
        <source>Search the time zones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/settings/zonedialog.cpp" line="28"/>
        <source>Search: Berlin, America, UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/settings/zonedialog.cpp" line="31"/>
        <source>Time zones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/settings/zonedialog.cpp" line="40"/>
        <source>UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/settings/zonedialog.cpp" line="42"/>
        <source>%1 – this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/settings/zonedialog.cpp" line="47"/>
        <source>Times are shown, and times without a zone in a filter are read, in:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/settings/zonedialog.cpp" line="49"/>
        <source>Exports are always in UTC.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueReader</name>
    <message>
        <location filename="../models/query/filter/valuereader.cpp" line="101"/>
        <source>“%1” has no order; only times, hours and @paths can be compared with &lt; and &gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/valuereader.cpp" line="105"/>
        <source>“%1” is not a text, so “:~” does not go with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/valuereader.cpp" line="115"/>
        <source>“%1” needs a value right after the operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/valuereader.cpp" line="212"/>
        <source>A value that starts with “/” is a regular expression and ends with “/” or “/i”; put a path in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/valuereader.cpp" line="217"/>
        <source>A regular expression goes only with a text and “:”; put a path in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/valuereader.cpp" line="219"/>
        <source>A regular expression has at most %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/valuereader.cpp" line="230"/>
        <source>This quote is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/valuereader.cpp" line="237"/>
        <source>After the closing quote the value ends; a quote inside is written twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/valuereader.cpp" line="276"/>
        <source>“%1” is not a network; write one like 10.0.0.0/8 or 2001:db8::/32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/valuereader.cpp" line="285"/>
        <source>“:~” needs a text to look for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/filter/valuereader.cpp" line="309"/>
        <source>“%1” is not a value of “%2”; the values are %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>std</name>
    <message>
        <location filename="../models/sync/importreader.cpp" line="23"/>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/query/sortorder.cpp" line="28"/>
        <source>raw cannot be sorted or counted by; name a place in it, such as @details.new_value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/completioncandidates.cpp" line="30"/>
        <source>1 hour ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/completioncandidates.cpp" line="31"/>
        <source>24 hours ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/completioncandidates.cpp" line="32"/>
        <source>7 days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/completioncandidates.cpp" line="33"/>
        <source>30 days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/filters/completioncandidates.cpp" line="34"/>
        <source>90 days ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
