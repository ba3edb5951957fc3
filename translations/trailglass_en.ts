<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Trailglass</name>
    <message>
        <source>Expected a JSON value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected a member name in double quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected a colon after a member name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected a comma or a closing brace in an object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected a comma or a closing bracket in an array.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invalid literal: expected true, false or null.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invalid number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A string contains an unescaped control character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A string contains an invalid escape sequence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is not valid UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value is nested deeper than %1 levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value is larger than %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than %1 of data is outside the list of events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unexpected text after the end of the value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unexpected end of the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say how to divide time: either --bins N or --interval 1h.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time from the first to the last event has too many intervals of this length; those without events were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the fields and @paths to count by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N equal bins from the first to the last event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bins of 30s, 15m, 1h, 1d or 1w; empty ones are left out where all would be more than 100,000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not synced from %2 to %3, so events may be missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last sync failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received in the last sync: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updated: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in conflict: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quarantined: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed. Its events are kept until you delete them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last successful sync: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unbounded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hour ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24 hours ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to (exclusive)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows superseded or purged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vendor JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard output could not be written to: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: warning: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not synced, events may be missing: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · not all synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--set takes KEY=VALUE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--secret takes KEY=keychain, KEY=env:VARIABLE or KEY=file:PATH.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) for %3: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>setting, required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scope, optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>setting, optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secret, required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secret, optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset “%1” still names “%2”, and cannot run without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>presets: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no presets yet. Save one: trailglass-cli preset save NAME EXPR
Those of the program: trailglass-cli preset list --built-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latest event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>earliest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This parenthesis was never opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This parenthesis is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This quote is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preset “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset “%1” cannot be read. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a Trailglass preset file. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A preset file can be at most %1 MiB. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A preset file can contain at most %1 presets. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These presets were written by a newer Trailglass. Update Trailglass to read them. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add source…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetches new events of all sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops the sync; events already fetched are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports the shown or selected events to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes Trailglass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the selection of the focused pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selects all events of the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the query bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows all events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows or hides the histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chooses the columns of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time zone…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chooses the time zone for displayed times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the &amp;events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the focus to the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the &amp;next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the focus to the next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the &amp;previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the focus to the previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists all shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Trailglass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>presets imported: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already present: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” imported as “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sources of the demo data stay as they are. Connect yours in your own workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is demo data, gone when the window closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open my workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret contains a line break. Copy it again as one line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret contains a tab. Copy it again without spaces around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret contains a control character. Copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret starts or ends with a space. Copy it again without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret is not UTF-8 text. Copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a keychain, keep the secret in a variable (env:VARIABLE) or in a private file (file:PATH).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain is locked or does not contain this secret. Unlock it and try again, or enter the secret again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access to the keychain was refused. Allow it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain did not remove the secret. Unlock it and try again, or remove the entry with the keychain&apos;s own program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain is available.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The approval cannot be saved to %1: %2. Make the folder writable, or choose another one with the variable XDG_CONFIG_HOME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not approved yet. To approve it, run the command again with --trust, or start a sync in the window and allow it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no permission to read the secret&apos;s file %1. Change its owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret&apos;s file %1 does not exist. Create it, readable by you alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a file. Specify the file that contains the secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret&apos;s file is accessible to other users. Make it private: chmod 600 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is larger than 64 KiB. Specify a file that contains only the secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret&apos;s file %1 cannot be used. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace contains objects that Trailglass did not create, and was not opened: %1. Nothing was changed. If you added them, remove them with the tool you used; otherwise ask whoever gave you the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables and files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace contains these references, which you have not approved. Allow this only if you trust the addresses. You are asked once for each address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work management: logins, exports, and changes to people, roles and settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data catalogue: what people and integrations do to resources and their metadata.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data testing: every request to the application, its user and its result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paradime has two kinds of credentials. For a key and secret pair, fill in both fields. A newer key (prdm_wsp_… or prdm_cmp_…) goes under API secret, with API key left empty; a company key (prdm_cmp_…) also requires the workspace UID above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analytics platform: work in the code editor, schedules, connections and members.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules and workflows: edits, tests, publishing, roles and executions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its credentials are deleted from the keychain. Its events are kept, unless you delete them too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the source %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trailglass: there is no display to open a window on.
Without one: trailglass-cli does the same on the command line, and
trailglass --screenshot FILE renders the window off screen into a picture.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approve the variables and files that the workspace sends to its servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing events with their JSON: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts of fields restored from the JSON of events: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows versions, paths and the keychain, and checks the database, the fields of events against their JSON, and the index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a symbolic link. Trailglass does not open its own files through links. Remove the link, or replace it with the file itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a regular file. Move it away so that Trailglass can use a file of this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has more than one name (hard links). Trailglass writes only to files with a single name. Remove the other names, or replace this file with a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to another user. Trailglass writes only to files owned by the user who runs it. Change the owner, or run Trailglass as the owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“env:” must be followed by the name of a variable: letters, digits and _, not starting with a digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“file:” must be followed by the path of a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path after “file:” must be absolute: start it with /.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specify where the secret is kept: keychain, env:VARIABLE or file:PATH. The secret itself does not belong on the command line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two complete sentences, one after the other</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset “%1” cannot be used. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs its secret %2 (%3). Set it and sync again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asana&apos;s page offset had expired; the sync resumed from ten minutes before the last event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actor type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only events by this type of actor (for actors without an ID).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base URL of Asana&apos;s API. Rarely needs changing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of the workspace or organization, as shown in its address in Asana.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only events at or after this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only events before this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only events of this type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actor ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only events by this actor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resource ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only events on this resource.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set either actor_type or actor_gid: Asana accepts only one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service account token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Asana&apos;s admin console under Apps, Service accounts. Audit logs need an Enterprise plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial sync: days back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many days the first sync goes back, if the vendor&apos;s API filters by date. 0 fetches everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be earlier than %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datafold could not return even one minute of events from %1. Try again later, or exclude that time with the settings start_date and end_date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base URL of Datafold, or of your own deployment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Datafold under Settings, Account, Create API Key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The response is neither JSON nor text; it may be compressed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The response is a web page, not JSON (it begins with “%1”). It may come from a proxy, a login page or a wrong address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The response is not JSON (it begins with “%1”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row is not a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event has no valid ID in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event has no time in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event&apos;s time in %1 is invalid: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nected returns at most 10,000 events per request, and this request matches more. Restrict the source, for example by type or environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which version of Nected&apos;s API your account uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base URL of Nected&apos;s API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Nected module whose audit trail to fetch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Nected branch, required with API version v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only events that contain this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only events on this type of object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only events with this event name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only events with this result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only events in this environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nected needs the setting branch when api_generation is v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Nected under Settings, Management API keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 returned events outside the requested time range; they were kept. The server, or a proxy, may be ignoring the dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 returned the same page again, so this sync ended early. The next sync continues from the last complete point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused a page in the middle of its log. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not return a page in the middle of its log. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1&apos;s log kept losing events while it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not indicate whether there are more pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not return the newest events first, so its whole log is fetched each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The events from %1 to %2 have not all been fetched; the next sync requests them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The events before %1 have not all been fetched; the next sync requests them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some events have not been fetched; the next sync requests them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The response is JSON, but not a page of %1&apos;s audit log. Check the address of the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reported an unspecified error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reported an error: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Paradime company key needs the setting workspace_uid: the UID of the workspace to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The full URL that Paradime shows next to the API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace UID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required only with a company key (prdm_cmp_…).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Paradime under Account settings, Workspaces; with the capability Audit Logs viewer. Not required if the API secret begins with prdm_.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown once, with the API key. Newer keys (prdm_wsp_…, prdm_cmp_…) go here alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (at byte %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address for your region (US, EU or APAC), or of your own server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A filter as a JSON object, as described in Secoda&apos;s API reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Secoda under Settings, API. Requires administrator rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a URL. Enter it with https:// in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must not contain a user name or password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must not contain ? or #.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must begin with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 uses http, which would send the credential unencrypted. Use https; http is allowed for localhost only (127.0.0.1, ::1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a whole number of days from 0 to 36500; 0 fetches everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must contain digits only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be ASCII text without spaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a time. Enter a date such as 2026-11-20, or a time such as 2026-11-20T09:15:00Z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a JSON object, such as {&quot;operator&quot;:&quot;exact&quot;,&quot;field&quot;:&quot;…&quot;,&quot;value&quot;:&quot;…&quot;}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 contains a line break or control character. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs the setting %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain entry cannot be used. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source %1 sends the content of the file %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source %1 sends the content of the environment variable %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The variable %1 is not set. Set it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The variable %1 cannot be used. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file trailglass.sqlite in this folder is not a Trailglass workspace. Choose another folder, or move the file away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace was last used by a newer Trailglass (schema %1; this one knows %2). Update Trailglass, or choose another folder. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace has reached its maximum size. Create a new one in another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no event %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A preset needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deletion continues the next time the workspace is opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event&apos;s JSON is not in the workspace any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event of %1 bytes is too large to store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no source “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source is not in this workspace any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A source needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no source type %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a source “%1”. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace&apos;s database could not be opened. Check the folder and its disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no workspace in %1 yet. Add a source first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing to the workspace. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds the workspace is full. Free some space and try again; everything stored before is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace cannot be written: its disk or folder is read-only or belongs to another user. Make it writable, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 is readable by other users and contains other files. Choose an empty folder for the workspace, or make this one private (chmod 700).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not written by Trailglass, and using it would delete another file. Move it away and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is in use: %1 is syncing (process %2). Try again when it has finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is in use: %1 is importing (process %2). Try again when it has finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is in use: %1 is deleting events (process %2). Try again when it has finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is in use by %1 (process %2). Try again when it has finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is in use by another program. Try again when it has finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not written by Trailglass. Move it away and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) are dated in the future, up to %1. They are stored and do not affect later syncs; check the vendor&apos;s clock and this computer&apos;s.</source>
        <translation>
            <numerusform>%Ln event is dated in the future (%1). It is stored and does not affect later syncs; check the vendor&apos;s clock and this computer&apos;s.</numerusform>
            <numerusform>%Ln events are dated in the future, up to %1. They are stored and do not affect later syncs; check the vendor&apos;s clock and this computer&apos;s.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a file of a Trailglass workspace. Specify a file with events as the vendor returns them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder. Specify the files in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not accept the credentials (HTTP %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: address not found (HTTP %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is rate-limiting requests (HTTP %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not process the request (HTTP %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rejected the request (HTTP %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not accept the credentials (HTTP %2): “%3”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: address not found (HTTP %2): “%3”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is rate-limiting requests (HTTP %2): “%3”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not process the request (HTTP %2): “%3”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rejected the request (HTTP %2): “%3”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and the other settings of the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the settings of the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host of %1 was not found. Check the address of the source and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused the connection. Check the address of the source, or try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 closed the connection before the response was complete. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not respond in time. Check the network, or try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy for %1 requires a password, which is not supported. Use a proxy without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy for %1 does not work. Check the system&apos;s proxy settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The response from %1 could not be decompressed. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 failed. Check the network, or try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A secure connection to %1 could not be established. Check the address; a proxy or firewall may interfere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted: %2. Check the address; if it uses a company&apos;s own certificate, add that to the system&apos;s trusted certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The response from %1 is compressed as “%2”, but only gzip was requested; it was not read. Check the address of the source, and any proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 redirects to another of its addresses; redirects are not followed. Check the address of the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 redirects to %2, which is not followed because the credentials would be sent there. If that is the right host, set it as the address of the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file contains an error response from %1, not events: “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input is not JSON: expected an object, an array, or one object per line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input is not JSON in UTF-8: it looks binary or is in another encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input is a web page or XML, not JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln line(s) could not be read: line %2. First error: %3</source>
        <translation>
            <numerusform>%1: %Ln line could not be read: line %2. First error: %3</numerusform>
            <numerusform>%1: %Ln lines could not be read: line %2. First error: %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln event(s) could not be read: at byte %2. First error: %3</source>
        <translation>
            <numerusform>%1: %Ln event could not be read: at byte %2. First error: %3</numerusform>
            <numerusform>%1: %Ln events could not be read: at byte %2. First error: %3</numerusform>
        </translation>
    </message>
    <message>
        <source>The query was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” can be used in filters but is not a column; use created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column list can contain at most %1 columns and %2 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 could not be opened for writing: %2. Choose another location or fix its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a file that Trailglass uses. Nothing was written to it; choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is, or would be, a file of a Trailglass workspace. Nothing was written to it; choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in Trailglass&apos;s settings folder. Nothing was written to it; choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder. Specify a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a symbolic link that leads back to itself. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a device or socket, not a file. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spreadsheets such as Excel open at most %1 rows, including the header. Rows that will be left out: %2. Filter by time and export in parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel keeps at most %1 characters per cell. Cells that will be truncated: %2. The file itself is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option --%1. Did you mean --%2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command “%1 %2”. Did you mean “%1 %3”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” needs a subcommand: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command “%1”. Did you mean “%2”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing argument. Usage: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unexpected argument “%1”. Usage: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 takes no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 was given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 takes a whole number from %2 to %3, not “%4”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>column of times, zone</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first %L1 are shown here; see the Raw tab for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invalid JSON from here on; see the Raw tab for the bytes received.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON in a string: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed, events kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed logins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logins outside working hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passwords and second factors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles and access granted or changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People invited or removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New API keys and authorised apps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharing and visibility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports and downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deletions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deletions by service accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By service accounts, keys and the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the vendor&apos;s support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes in production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last seven days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A preset name must have 1 to %1 characters, no control characters, and no spaces at its ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset “%1” cannot be updated to the new name: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a preset “%1”. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The presets are nested more than %1 levels deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. The presets were not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This build holds no demo data (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Only this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Exclude this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort &amp;ascending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort &amp;descending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Narrower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset column widths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide this column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;new events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colum&amp;n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 to %3</source>
        <comment>source, day, day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 %3 to %4</source>
        <comment>source, day, time, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cells not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index was not saved, so the next query is slower: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many bins to split them by a field. Choose longer ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A histogram has at least one bin and at most %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bins of a histogram must be longer than zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no log category “%1”. Use all, or some of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no log category “%1”. Did you mean “%2”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a path. Use the form @items[0].name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field list has an empty entry. Separate names with single commas, for example created,actor,@details.new_value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double negation. Put a text that starts with “-” or “!” in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” needs a term on both sides. To search for the word itself, put it in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected a term after this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a path. Use the form @items[0].name, or put the text in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the operator “%1” in capitals. To search for the word, put it in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parentheses can be nested at most %1 levels deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text in quotes is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a field. To search for the text, put it in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use “:” after preset, as in preset:name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected a preset name directly after “preset:”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only “:”, “:=” and “:~” accept several values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate values with “,” or OR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A filter can have at most %1 values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one preset name is allowed here, followed by a space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A filter can have at most %1 terms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A filter can have at most %1 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error in the filter at character %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a valid date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a time. Use a form like 2026-11-20, 2026-11-20T09:15 or -7d.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is neither a number nor a time; &lt; and &gt; need one of these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The presets of the filter exceed %1 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With its presets expanded, the filter exceeds %1 terms or %2 values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With its presets expanded, the filter is nested more than %1 levels deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” ends before it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invalid regular expression: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset “%1” was not expanded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A regular expression or pattern takes too long on one of the events. Simplify it, for example by removing nested repetitions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no order. Only times, hours and @paths can be compared with &lt; and &gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“:~” needs a text field; “%1” is not one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A regular expression starts with “/” and must end with “/” or “/i”. Put a path in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A regular expression needs a text field and “:”. Put a path in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A regular expression can have at most %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unexpected text after the closing quote. Double a quote to include it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a network. Use a form like 10.0.0.0/8 or 2001:db8::/32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“:~” needs a text to search for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a value of “%2”. The values are: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a time zone. Use a name like “Europe/Berlin” or “UTC”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of a source has 1 to %1 characters, no control characters, and no spaces at its ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The events of %1 were not compared with their JSON: its settings are not valid. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an interval. Write a whole number and one of s, m, h, d or w, for example 15m or 1h.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can sort by at most %1 fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option --%1; “%2 --help” lists the options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command “%1”; “%2 --help” lists the commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing option %1: %2. Usage: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 needs a value: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of --%1 is empty: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command given; “%1 --help” lists the commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: %1 [OPTION]… COMMAND [ARGUMENT]…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: %1 [OPTION]…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit codes:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use the workspace in DIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log what the program does; a list of %1, or all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>append log lines to FILE (default: standard error)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown or repeated placeholder: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing placeholder: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show this help and exit; with a command, the help of that command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show the version and exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no source “%1” in this workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no source “%1”. Did you mean “%2”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source “%1” was removed; its events are kept. Add it again to continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) was entered for another address and is only sent there. Enter it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter %1 (%2) again so that it can be stored in the new location.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) is missing. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) is required. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a regular file; a log is written to a regular file or to standard error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a time such as 2026-11, 2026-11-01, 2026-11-01T08:00:00Z or -7d.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo data has no servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the audit logs of Asana, Secoda, Datafold, Paradime and Nected, kept locally.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start with this filter, for example &apos;outcome:failure created:-7d&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fetch new events at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show sample data in a temporary workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save a picture of the window as PNG and exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same without a window: trailglass-cli --help
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--demo cannot be combined with --workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--demo cannot be combined with --sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is in %1. It holds no names, secrets or events; read it before you send it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts matching events by the values of fields, as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the N most frequent values of each field (default: all)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts matching events over time, as JSON; takes either --bins or --interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index segments rebuilt: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search signatures rebuilt: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A FILE is for --report: doctor --report FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--report cannot be combined with --repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rebuild damaged index segments and search signatures, and restore damaged texts of fields from the JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a report for a bug report to FILE (default: standard output): versions, sizes, counts and kinds of errors, without names, secrets or events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events: %1 · columns: %2 · times in UTC · formulas escaped: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports matching events to a file (atomically).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file; - is standard output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not escape spreadsheet formulas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start with a byte order mark, for spreadsheets that need one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vendor JSON, compressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distinct values of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the time intervals that were fetched completely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fields and @paths, separated by commas: created,actor,@details.new_value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fields and @paths, - for descending (default: -created, newest first)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output format (default: %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the presets, which are saved filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list the built-in presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves a preset, replacing one of the same name; use it as preset:NAME in any EXPR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the columns that the window shows with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sort order that the window uses with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows a preset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deletes a preset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes all presets to a file; - is standard output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imports presets from a file; existing presets are not changed. - is standard input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit logs of Asana, Secoda, Datafold, Paradime and Nected, kept locally.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print data, reports, notices and errors as JSON, one value per line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong usage or filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly done: a source failed, or events could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>formulas escaped: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints matching events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print at most N events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skip the first N events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print only the count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows an event: its fields and the vendor&apos;s JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print only the stored JSON; on a terminal, control characters are shown as tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use one of: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command line cannot use session secrets; use keychain, env:VARIABLE or file:PATH.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a change: --set KEY=VALUE (an empty VALUE resets the setting) or --secret KEY=REF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a setting; “trailglass-cli source types” lists them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where a secret is: keychain (asks for it), env:VARIABLE or file:PATH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds a source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes settings or secrets of a source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes a source and its secrets; its events are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete its events too; this cannot be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>setting (default: %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no sources yet. Add one: trailglass-cli source add TYPE NAME …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the source types with their settings and secrets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the sources and their status.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows a source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetches one page with the settings and secrets of a source; nothing is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetches new events of all sources, or of the named ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fetch everything again, back to the oldest stored event; deletes nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start here (2026-11, -7d …) instead of where the last run ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events may be missing: the times that were synced could not be read. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an hour; hours go from 0 to 23.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no source “%1”; the workspace has none yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no source “%1”; among the sources are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no source “%1”; the sources are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” needs a value directly after the operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default co&amp;lumns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret is longer than 8 KiB. Enter the secret alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not allow this credential to read its audit log (HTTP %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not allow this credential to read its audit log (HTTP %2): “%3”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the source&apos;s credentials: they may be mistyped, expired or revoked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a credential with that right, on a plan that includes the audit log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Free some space or choose another location, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret is longer than 64 KiB. Enter the secret alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quarantined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coverage of “%1” cannot be read. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state of “%1” cannot be read. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the database…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing the saved index with the events…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imports events from files into a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chec&amp;k workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks the workspace for damage, and repairs what can be repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problems were found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) were found.</source>
        <translation>
            <numerusform>%Ln problem was found.</numerusform>
            <numerusform>%Ln problems were found.</numerusform>
        </translation>
    </message>
    <message>
        <source>workspace: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keychain: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import into “%1” was stopped. Events read: %2, new: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported into “%1”. Events read: %2, new: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events read: %1, new: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>problems: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not created yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renames a preset; presets that name it are changed too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no format “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no secret of that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no setting “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is in use: %1 is repairing it (process %2). Try again when it has finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no source type “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last sync failed at %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first sync was stopped before its end. The next sync continues from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The events were imported from files. The source has not been synced yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not synced successfully yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <comment>time, zone, its offset then</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>time, zone</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter is empty: it would colour every event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported, not synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First sync not finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <comment>short for: just now</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add t&amp;o sort order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit column to its content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events that contain one of these values in “%1”: %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event has exactly “%1” as “%2”. Events that contain it: %3 · %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events that contain “%1” in “%2”: %3 · %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events in upper or lower case: %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events at any time, without %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events without the term %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only “%1” matches no event together with the other terms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event matches this filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not synced for all of that time: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not synced for all of that time: %1 and %2 more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, included</source>
        <comment>value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, excluded</source>
        <comment>value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, included, events: %2</source>
        <comment>value, number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, excluded, events: %2</source>
        <comment>value, number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, events: %2</source>
        <comment>value, number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actor email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actor name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IP address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vendor workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %1</source>
        <comment>end of a range</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>both ends of a range</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>start of a range</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sources: synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>1 bar = %Ln year(s)</source>
        <translation>
            <numerusform>1 bar = %Ln year</numerusform>
            <numerusform>1 bar = %Ln years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 bar = %Ln month(s)</source>
        <translation>
            <numerusform>1 bar = %Ln month</numerusform>
            <numerusform>1 bar = %Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 bar = %Ln week(s)</source>
        <translation>
            <numerusform>1 bar = %Ln week</numerusform>
            <numerusform>1 bar = %Ln weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 bar = %Ln day(s)</source>
        <translation>
            <numerusform>1 bar = %Ln day</numerusform>
            <numerusform>1 bar = %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 bar = %Ln hour(s)</source>
        <translation>
            <numerusform>1 bar = %Ln hour</numerusform>
            <numerusform>1 bar = %Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 bar = %Ln minute(s)</source>
        <translation>
            <numerusform>1 bar = %Ln minute</numerusform>
            <numerusform>1 bar = %Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 bar = %Ln second(s)</source>
        <translation>
            <numerusform>1 bar = %Ln second</numerusform>
            <numerusform>1 bar = %Ln seconds</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Open workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens another workspace in place of this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;verage…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists which intervals of each source were synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo filter change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes back to the previous filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo filter change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes forward to the next filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find in the events…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds a text in the table without filtering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to time…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the events of a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ilter…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;vents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the sources and their state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arranges the panes as in a new window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone for displayed times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>action, target</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not readable as an event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has nothing related to this event. Fetched %2.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>actor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Related at %1, fetched %2:
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has more than was fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources of type %1 have nothing related to an event. Leave out --related.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--raw prints the stored JSON and nothing else. Leave out --raw or --related.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 goes with --related.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also what the vendor has beside it: of Secoda the history of the resource, of Nected parents and children; fetched once, then kept in the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fetch what is related again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Include this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Include %1</source>
        <comment>value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Exclude %1</source>
        <comment>value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Only %1</source>
        <comment>value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Include</source>
        <comment>title of a menu of values</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Exclude</source>
        <comment>title of a menu of values</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Only</source>
        <comment>title of a menu of values</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;field:value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the in&amp;spector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare &amp;with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Markdown table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;NDJSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the two selected events, or this one with the remembered one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember this event to compare it with another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;py rows as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove and delete events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no value)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specify the source and at least one file, or use --detect to find the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imports vendor JSON from files and folders (- is standard input), also packed with gzip, zstd or ZIP: API responses, arrays, events, and records of Splunk and Elastic with events in them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without NAME: import into the only source of the vendor whose events the files hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (off)</source>
        <comment>a colour</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a colour, a filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, “%2”: %3</source>
        <comment>a colour, the name of its rule, a filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the colour rules that the window uses with it, as JSON; - is standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rows are quarantined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not the id of a quarantined row; “trailglass-cli quarantine” lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: still unreadable: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the rows that were received and are not stored as events: unreadable ones, and other versions of stored events (conflicts).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list at most N rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows a quarantined row with its bytes; of a conflict both versions and their differences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports quarantined rows with their bytes as NDJSON (atomically).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads quarantined rows again, and stores the events that this version can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both versions have the same members with the same values; only their bytes differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more differences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences from the stored version (-) to the other one (+):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored version:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored version was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other version:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other version, as much of it as is kept:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes as received:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes as received, as many as are kept:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--every is an option of --watch. Add --watch, or leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--watch fetches new events only. Run sync with --full or --since first, without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go on until interrupted: sync each source again and again, see --every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minutes from the end of a sync to the next one, 5 to 10080 (default: 15)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error, warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sync or import is noted yet; “trailglass-cli sync” notes its runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“sync log” lists runs. To sync the source “log”, type: trailglass-cli sync -- log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists what syncs and imports did, newest first. “sync -- log” syncs a source with the name “log”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list at most N runs (default: all that are kept)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of this source are quarantined: they could not be read, or are other versions of events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled sync is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next sync: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheduled sync waits: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection works. The test request returned no events; where the vendor takes a time range, it covers the last hour only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 data ends too early: the file is not whole. Get it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacking the %1 data takes more memory than Trailglass allows. Unpack it with another program, then import it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 data is damaged from here on. Get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ZIP archive can only be read from a file of its own. Save it as a file or unpack it, then import that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data is in the format %1, which Trailglass does not read. Convert or unpack it, then import it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The data is packed more than %Ln times. Unpack it first.</source>
        <translation>
            <numerusform>The data is packed more than once. Unpack it first.</numerusform>
            <numerusform>The data is packed more than %Ln times. Unpack it first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A folder holds more than %Ln files. Import its folders one after the other.</source>
        <translation>
            <numerusform>A folder holds more than %Ln file. Import its folders one after the other.</numerusform>
            <numerusform>A folder holds more than %Ln files. Import its folders one after the other.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the folder holds no files to import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln hidden file(s) or folder(s) were skipped.</source>
        <translation>
            <numerusform>%1: %Ln hidden file or folder was skipped.</numerusform>
            <numerusform>%1: %Ln hidden files or folders were skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln link(s) were skipped. To import what a link leads to, specify it.</source>
        <translation>
            <numerusform>%1: %Ln link was skipped. To import what a link leads to, specify it.</numerusform>
            <numerusform>%1: %Ln links were skipped. To import what a link leads to, specify it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln pipe(s), socket(s) or device(s) were skipped.</source>
        <translation>
            <numerusform>%1: %Ln pipe, socket or device was skipped.</numerusform>
            <numerusform>%1: %Ln pipes, sockets or devices were skipped.</numerusform>
        </translation>
    </message>
    <message>
        <source>The archive is damaged: its numbers contradict each other. Get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is one of several volumes. Unpack it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The archive has more than %Ln members. Unpack it first.</source>
        <translation>
            <numerusform>The archive has more than %Ln member. Unpack it first.</numerusform>
            <numerusform>The archive has more than %Ln members. Unpack it first.</numerusform>
        </translation>
    </message>
    <message>
        <source>The archive has no directory at its end: it is not whole. Get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The member is not what its archive says: it is damaged. Get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The member is encrypted. Unpack the archive with its password, then import the files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The member is packed with method %1, which Trailglass does not read. Unpack the archive, then import the files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a file of a workspace. Choose a file with colour rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of colour rules can be at most %1 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset “%1”: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more colour rules with problems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be a part of a URL; nothing was requested. Check the settings of the source, or the ID of the event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asana&apos;s page offset had expired; the sync read its log again from the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reported that there are events but did not return them. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no longer a regular file. Import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup %1 could not be written: %2. The workspace was not changed. Free some space or make the folder writable, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %Ln minute(s) fast, compared with the server of %1; set the date and time of this computer.</source>
        <translation>
            <numerusform>This computer&apos;s clock is %Ln minute fast, compared with the server of %1; set the date and time of this computer.</numerusform>
            <numerusform>This computer&apos;s clock is %Ln minutes fast, compared with the server of %1; set the date and time of this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %Ln hour(s) fast, compared with the server of %1; set the date and time of this computer.</source>
        <translation>
            <numerusform>This computer&apos;s clock is %Ln hour fast, compared with the server of %1; set the date and time of this computer.</numerusform>
            <numerusform>This computer&apos;s clock is %Ln hours fast, compared with the server of %1; set the date and time of this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %Ln minute(s) slow, compared with the server of %1; set the date and time of this computer.</source>
        <translation>
            <numerusform>This computer&apos;s clock is %Ln minute slow, compared with the server of %1; set the date and time of this computer.</numerusform>
            <numerusform>This computer&apos;s clock is %Ln minutes slow, compared with the server of %1; set the date and time of this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %Ln hour(s) slow, compared with the server of %1; set the date and time of this computer.</source>
        <translation>
            <numerusform>This computer&apos;s clock is %Ln hour slow, compared with the server of %1; set the date and time of this computer.</numerusform>
            <numerusform>This computer&apos;s clock is %Ln hours slow, compared with the server of %1; set the date and time of this computer.</numerusform>
        </translation>
    </message>
    <message>
        <source>The event is wrapped too many times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text in the log collector&apos;s record is not JSON: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: member %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive holds no files to import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are empty: %1</source>
        <translation>
            <numerusform>%Ln file is empty: %1</numerusform>
            <numerusform>%Ln files are empty: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more message(s) about files are not shown.</source>
        <translation>
            <numerusform>%Ln more message about files is not shown.</numerusform>
            <numerusform>%Ln more messages about files are not shown.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is not clear which vendor&apos;s events these are. Choose the source to import them into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These events look like those of %1, not %2. Import them into a source of type %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page %1 of events since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page %1 of events until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page %1 of events from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There can be at most %1 colour rules. Those after them are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event %1 is stored with different content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pages: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync</source>
        <comment>a run of a source</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <comment>a run of a source</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete</source>
        <comment>how a run ended</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>how a run ended</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted, no end noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>minutes and seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No end of this run was noted: the program or the machine was stopped. What was stored by then is kept; the next sync continues from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <comment>a moment that has come</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These events look like those of %1, but there is no source of this type. Add one, then import them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These events look like those of %1, and there are several sources of this type: %2. Choose the one to import them into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A colour rule of the preset “%1” names “%2”, and colours nothing without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row is too long; only its first %1 bytes are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) can be read now and are stored.</source>
        <translation>
            <numerusform>%Ln event can be read now and is stored.</numerusform>
            <numerusform>%Ln events can be read now and are stored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are the same as the stored event.</source>
        <translation>
            <numerusform>%Ln row is the same as the stored event.</numerusform>
            <numerusform>%Ln rows are the same as the stored event.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) stay quarantined, since they are stored with different content.</source>
        <translation>
            <numerusform>%Ln event stays quarantined, since it is stored with different content.</numerusform>
            <numerusform>%Ln events stay quarantined, since they are stored with different content.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) still cannot be read.</source>
        <translation>
            <numerusform>%Ln row still cannot be read.</numerusform>
            <numerusform>%Ln rows still cannot be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were too long to be kept whole and cannot be read again.</source>
        <translation>
            <numerusform>%Ln row was too long to be kept whole and cannot be read again.</numerusform>
            <numerusform>%Ln rows were too long to be kept whole and cannot be read again.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The retry was stopped; what was stored by then is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 deletes events after %2 days: sync “%3” before %5, or its events since %4 are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 deletes events after %2 days: those of “%3” from %4 to %5 were never fetched and are lost; sync it now to keep the later ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 deletes events after %2 days: those of “%3” from %4 to %5 were never fetched and are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreadable rows, quarantined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other versions of events, quarantined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quara&amp;ntine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the rows that are not stored as events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause scheduled sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts no scheduled sync until it is resumed; sync by hand works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled sync paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resumes the scheduled sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read the archive at https://USER@HOST:PORT/DATABASE in place of the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give either --workspace or --archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive %1 was created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive %1 is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of %1 at %2: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creates an archive for a team on a ClickHouse server: https://USER@HOST:PORT/DATABASE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make the archive one of this cluster, as ?cluster=NAME in the address does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cluster has Keeper or ZooKeeper: make replicated tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks for the key of the archive&apos;s user and puts it into the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the key of the archive&apos;s user out of the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what an archive holds, and which workspaces push into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings an archive up to the present state of the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compares an archive with the workspace: counts and hashes of every batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ClickHouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not pushed any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give either --once or --every.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetches new events of all sources, or of the named ones, and pushes them into an archive, again and again until interrupted: for a server without a desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end after one sync and one push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting the events of each batch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--repair and --report are for a workspace. Leave out --archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows counts and sizes of the workspace, or what an archive holds and from whom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s · %2 received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An archive is not synced: workspaces push their events into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources are added to the workspaces that push into the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files are imported into a workspace, which pushes the events into the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarantined rows are listed in the workspace that received them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviews, marks and notes are of a workspace: events are reviewed in those that push into the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints and their key are of a workspace: an archive has no hash tree to sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a workspace has hashes and checkpoints that its events can be compared with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User %1, database %2 on the cluster %3, at %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User %1, database %2, at %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show the archive at https://USER@HOST:PORT/DATABASE in place of a workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--archive-key goes with --archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--archive cannot be combined with --workspace, --demo or --sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch %1: the events in the archive are not those that were pushed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows %1 to %2: the events in the archive are not those of the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive at %1 does not accept the user or its key: “%2”. Check both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive at %1 does not allow this to the user: “%2”. Ask its administrator for the right, or use another user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no archive at %1: “%2”. Check the address, or create the archive first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive at %1 stopped the query after the time that it allows: “%2”. Use a shorter time range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query is over a limit of the archive at %1: “%2”. Use a shorter time range or a narrower filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server of the archive at %1 does not respond: “%2”. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive at %1 could not do this now: “%2”. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy or gateway at %1 does not reach the archive (HTTP %2). Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 returned a web page (HTTP %2), not a response of an archive. Check the address, and whether a sign-in page of a proxy or network is in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not respond as a ClickHouse server does (HTTP %2). Check host and port: an archive is reached through the server&apos;s HTTP port, by default 8443 for https.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the archive at %1 failed or was lost. Check the address and the network, or try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive at %1 did not respond in time. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result from the archive at %1 is too large. Use a shorter time range or a narrower filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive at %1 redirects to another address, which is not followed because the key would be sent there. If that is the right host, write it in the address of the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive counted values of fields that were not requested.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive “%1” at %2 was made by a newer Trailglass (format %3; this one knows %4). Update Trailglass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive “%1” at %2 was made by an older Trailglass (format %3; this one writes %4). Create a new archive and push into that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive says that it has events outside of the years 1 to 9999. Its administrator should look at the table “commit”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address holds a password, which would be stored and shown with it. Leave it out; the key of the user is given separately.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the address of an archive. Write it as https://user@host:8443/database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An archive is reached by https. Write its address as https://user@host:8443/database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an archive on this machine (localhost) may be reached by http: the key and the events would cross the network in clear text. Use https.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port in the address of the archive must be from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of an archive has no part “%1”; after the question mark only cluster=NAME may follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address names no valid cluster: write cluster= and one name of letters, digits and the characters _ - after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The name of the user in the address of the archive must consist of letters, digits and the characters _ - and have at most %Ln character(s).</source>
        <translation>
            <numerusform>The name of the user in the address of the archive must consist of letters, digits and the characters _ - and have at most %Ln character.</numerusform>
            <numerusform>The name of the user in the address of the archive must consist of letters, digits and the characters _ - and have at most %Ln characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The name of the database in the address of the archive must consist of letters, digits and _, not start with a digit, and have at most %Ln character(s).</source>
        <translation>
            <numerusform>The name of the database in the address of the archive must consist of letters, digits and _, not start with a digit, and have at most %Ln character.</numerusform>
            <numerusform>The name of the database in the address of the archive must consist of letters, digits and _, not start with a digit, and have at most %Ln characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The name of the cluster must consist of letters, digits and the characters _ - and have at most %Ln character(s).</source>
        <translation>
            <numerusform>The name of the cluster must consist of letters, digits and the characters _ - and have at most %Ln character.</numerusform>
            <numerusform>The name of the cluster must consist of letters, digits and the characters _ - and have at most %Ln characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>The address names the cluster “%1”, not “%2”. Name one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user “%1” of the archive at %2 may only read. Push as a user that may also insert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive cannot evaluate the regular expression “%1”, and %2 has more than %3 different values, too many to look through here. Narrow the time, or use a simpler expression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive cannot evaluate the regular expressions of this filter itself, and they match so many values that these are too long to be sent to it. Narrow the time, or use simpler expressions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table “%1” is not one of an archive: it has no column “%2”. Choose another database, or create the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table “%1” is not one of an archive: its column “%2” is of type %3 instead of %4. Choose another database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be the database of an archive. Use letters, digits and underscores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be the cluster of an archive. Use letters, digits, underscores, hyphens and dots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program pushes the events of this workspace, or of a copy of its folder, at the same time. Nothing was counted twice. Push again when it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive says each time that it has stored the events, and then does not have them. Its administrator should look at the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event has so many values, or values nested so deeply, that an archive cannot hold it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive has events of this workspace up to row %1, but the workspace ends with row %2. It was restored from an older backup, or it is a copy of another one that has pushed since. Nothing was pushed: push from the workspace that is ahead, or from a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive has another event as row %1 of this workspace. Either the workspace was restored from an older backup and synced since, or there is a copy of its folder that pushes into the same archive. Nothing was pushed: push from one of them only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another workspace pushed into the archive for the first time at the same moment. Push again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It looks at what comes before or after a match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It refers to what an earlier group has matched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has an atomic group or a possessive quantifier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has a condition, a recursion, a comment or another special group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has flags inside the pattern. Write /…/i to ignore case in all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has an instruction such as (*ACCEPT).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has an escape such as \B, \p or \X.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has $ or \Z before its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It repeats something too often or in an uncommon way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has a set in brackets with a class or a range that an archive does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The response of the archive is incomplete or damaged. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user “%1” of the archive at %2 may not change settings (readonly=1), and with the server&apos;s %3=%4 results could be wrong without a notice. Have the profile of the user changed to %3=%5, or to readonly=2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another workspace began to push a source “%1” at the same moment. Push again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An archive cannot search in %1 with the regular expression “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a simpler one, or a text with wildcards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive counted events at times that were not requested.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The events are of so many years that an archive cannot find out the hours and weekdays of all of them. Narrow the filter to some centuries, for example with created:2000..2100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where the key of the archive&apos;s user is: keychain, env:VARIABLE or file:PATH (default: the keychain, if it is there)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than %2, which no settings file of Trailglass is. Nothing is read from it and nothing is remembered. Move it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has values that could take any amount of memory, and cannot be rewritten without them: %2. Nothing is read from it and nothing is remembered. Remove the values that begin with @Variant or @DateTime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain does not respond. Answer its prompt or unlock it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacking was stopped: the first %1 of the file unpack to more than %2. If that is correct, unpack the file yourself and import what is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) in records of a log collector have half of a surrogate pair, which is no character. U+FFFD is stored in its place.</source>
        <translation>
            <numerusform>%Ln text in records of a log collector has half of a surrogate pair, which is no character. U+FFFD is stored in its place.</numerusform>
            <numerusform>%Ln texts in records of a log collector have half of a surrogate pair, which is no character. U+FFFD is stored in its place.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) arrived again with different content for the same ID; the first version is stored, others are quarantined: of each event the first and the latest.</source>
        <translation>
            <numerusform>%Ln event arrived again with different content for the same ID; the first version is stored, others are quarantined: of each event the first and the latest.</numerusform>
            <numerusform>%Ln events arrived again with different content for the same ID; the first version is stored, others are quarantined: of each event the first and the latest.</numerusform>
        </translation>
    </message>
    <message>
        <source>The secret of this source was entered for another address and is not sent to %1. If that address is right, enter the secret again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln version(s) of it that came before this one are not kept.</source>
        <translation>
            <numerusform>%Ln version of it that came before this one is not kept.</numerusform>
            <numerusform>%Ln versions of it that came before this one are not kept.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ended, with a coverage gap</source>
        <comment>how a run ended</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server at %1 has its tables, but not all servers of the cluster “%2” have theirs. Create the archive with the address of each of them; the last one completes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another workspace has taken the place of the one that was opened. Nothing was sent. Open the folder again to sync the sources that it has now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is being synced. Try again when that sync has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add as column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open arc&amp;hive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the archive of a team in place of what is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The headers of the response from %1 cannot be read: there are none, or over a hundred. Check the address of the source, and any proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source “%1” belongs to this workspace already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source “%1” belongs to this workspace now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source “%1” was taken over from the workspace “%2”. The next push brings its events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a source of an archive belong to the workspace, which then pushes its events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also from another workspace; says from which, and what follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with --take-over: do it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive %1 has the tables now that were added since it was created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace of this machine is pushed into it after each sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--after-sync takes “on” or “off”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace is no longer pushed into %1 after syncs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace was not pushed into %1 after syncs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From now on this workspace is pushed into %1 after each sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on: also after each sync from now on, by this user of this machine; off: no longer, and push nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hashing what was stored before: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing the tree of the workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace has no signing key yet. The first checkpoint makes one: trailglass-cli checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The public key %1 is in %2. Give it to those who verify checkpoints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specify “on”, with --append FILE for checkpoints in a file elsewhere too, or “off”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No checkpoint is written after a sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A checkpoint is written after each sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A checkpoint is written after each sync, and appended to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs the present state of the workspace, and prints the signed note: from then on a change of what was stored shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approve the variable or file that the workspace says the signing key is in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the checkpoints of the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets whether a checkpoint is written after each sync of yours: STATE is on or off. Without STATE, it says which of them holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the keys that sign checkpoints, without their private halves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the public key as PEM to FILE (- is standard output).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a new signing key, which the one until now signs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the signing key elsewhere: keychain, or env:VARIABLE or file:PATH that have it already, or another one, which signs from then on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was appended to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not signed by a key of the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no checkpoints yet. Write one: trailglass-cli checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id</source>
        <comment>of a key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept in</source>
        <comment>a place of a key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made</source>
        <comment>when</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced</source>
        <comment>when</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the signing key of the workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file, a ZIP archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number or name of a case, stated in the bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a note, stated in the bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not escape spreadsheet formulas in events.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a report on the events, as HTML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes matching events with everything that proves them to a file that anybody can verify without Trailglass (an evidence bundle), and signs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifies an evidence bundle; exits with 1 if it is not what was signed, and says which file, event or proof differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the public key that it must be signed by: NAME+ID+KEY, or a PEM file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: events: %2 · leaves of the tree: %3 · formulas escaped: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checkpoint of: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made: %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>case: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coverage gaps: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a colour of a mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marked: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event has no mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--remove takes no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the text of the note after the id of the event, or give --remove.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event has no note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks an event: red, orange, yellow, green, blue or purple; it is not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes a note on an event, in place of the last one; it is not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the presets that all share in the archive at https://USER@HOST:PORT/DATABASE, in place of those of the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report is written as PDF or HTML, by the ending of its file: name one that ends in .pdf or .html.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF files are painted by the program %1, which could not be started: %2. Install it, or write HTML: --output FILE.html.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events: %1 · marked: %2 · coverage gaps: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of the report: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file; its ending .pdf or .html says what is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the title of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number or name of a case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the report is to say at its beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the evidence bundle that the report is for: its SHA-256 is in the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>review “%1”: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reviewed: %1 · new events: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was reviewed yet. Note that you have seen all events: trailglass-cli review done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows how many events are new since the last reviews.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes that the matching events were reviewed: is:new finds those that arrive from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name of the review (default: default; with EXPR, the filter itself)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a note for the review log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists who reviewed what, and when; nothing in it can be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the last N entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hashes everything that is stored again, and compares it with the hashes and checkpoints of the workspace, and fields with the JSON of their events; exits with 1 if something differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does what “verify workspace” does, and proves that the workspace continues every checkpoint of a file that was kept elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports are written of a workspace: it has the marks, notes and checkpoints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a fact, fact</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2, %3), events: %4</source>
        <comment>name, vendor, address, number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter with resolved times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zone of the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves of the tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root of the tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events of the source “%1” may be missing from %2 to %3: it was not synced then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further times that were not synced: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of these sources that could not be read as events: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every file of the bundle has the checksum that was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hashes of its events and records lead to the root of the tree that the same key signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It proves nothing of what was stored before the first checkpoint that somebody else keeps, and nothing of what the vendors did not hand out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events of the bundle that this version cannot show: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing key was not approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user “%1” of the archive at %2 may only read, and cannot change the presets that all share. Use a user with the right to insert into the table “preset”, or keep presets of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else changed the preset “%1” in the archive at the same moment. Look at it, and change it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An archive has no reviews, marks and notes: they belong to a workspace. Remove “%1” from the filter, or open a workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user “%1” of the archive at %2 may only read. Claim the source as a user that may also insert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source “%1” in the archive belongs to the workspace “%2” and is of the type %3; that of this workspace is of the type %4. Rename the source here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source “%1” belongs to the workspace “%2”. If this workspace is to go on with it, add --take-over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace signs its checkpoints with the key in the file %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace signs its checkpoints with the key in the environment variable %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive has a member with a path, %1. Do not unpack it: a path may lead out of the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive has two members %1: programs would read different ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive has a member %1, which no bundle has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would unpack to more bytes than it can have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is encrypted, or packed in a way that no bundle is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing in the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle was changed while it was being opened. Open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle has events of a source that cannot be stored: “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle has events of “%1”, which this version does not know. A later version of Trailglass may open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle is not verified, and so it is not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle is not verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is signed by the key that you gave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every leaf of the tree is in the bundle, so that nothing of the tree was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle shows %1 of the leaves of the tree, and does not state that no other event of it matches the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle is signed by another key than the one that you gave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA256SUMS does not list every other file of the bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was changed: it does not have the hash in SHA256SUMS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA256SUMS was changed, or is not signed by the key in key.pem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is neither a public key nor a PEM file with one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coverage.json does not list times of sources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event %1 of the source “%2” was stored after the checkpoint was made. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that are in both agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first that does not fit is event %1 (source “%2”, id “%3”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event %1 (source “%2”, id “%3”) is not where proofs.ndjson has it: the order of events was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event %1 (source “%2”, id “%3”) was changed: it does not have the hash that proofs.ndjson states.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 of events.ndjson is no event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of leaf %1 of the tree there is no hash, or more than one: an event is missing or was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proofs.ndjson does not end with the size of the tree that it proves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events and proofs do not lead to the root in the checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>manifest.json has the format “%1”, which this version does not know. A later version of Trailglass may verify the bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file can be made in %1: %2. Choose another folder for the bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line is longer than any line of a bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is larger than that of any bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the events, one a line, with the vendor&apos;s own JSON at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same events as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where each event is in the tree, and what proves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the root of the tree, signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the public key that signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which times were requested of each vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what could not be read, and other versions of events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marks and notes of reviewers on these events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who has reviewed what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when the tree was begun, what was deleted since, which keys signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hash of every other file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the signature of SHA256SUMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it proves, once it is verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever has the private key to key.pem signed these files, and none of their bytes has changed since. Each event in events.ndjson is exactly as it was stored: source, vendor, id, both times and the vendor&apos;s JSON are a leaf of a tree, the root of which is signed in checkpoint.txt. A stored event that was changed, removed or put in later would give another root.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever signed does not state that no other event of the tree matches the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it cannot prove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing from before the first checkpoint that somebody else has kept: until then, whoever has the private key could make another tree. Compare the checkpoint with one that was kept elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that the vendor itself withheld, changed or never recorded: the tree begins where the vendor&apos;s response was stored. coverage.json says which times were never requested, history.ndjson what was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to verify it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key that signed:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By hand, in the folder that the bundle was unpacked to: that the files are those that were signed, and that the key signed them. That the events are in the tree takes one of the two programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence bundle made by Trailglass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events of audit logs, with proofs that they are unchanged. events: %1 · leaves of the tree: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no value)</source>
        <comment>of a field</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other values: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter matches no source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events by operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events by outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events by actor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These times were not synced, so events may be missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: every source that the filter matches was read for the whole interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To before</source>
        <comment>the end of a period, which is not a part of it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>program and time of a report</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, by %2, %3</source>
        <comment>program, author and time of a report</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This report belongs to the evidence bundle with this hash. “sha256sum” prints the hash of a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to read this report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The counts are exact: each stored event that matches the filter is counted once. What a vendor did not send is in no report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts from logs are shown as plain text: characters that would hide, move or reorder text are written as tokens such as &lt;U+202E&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no time at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1 to before %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <comment>time of a report</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <comment>author of a report</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With</source>
        <comment>program that made a report</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: every event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter, with presets expanded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter, with times resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en</source>
        <comment>BCP 47 tag of the language that these texts are translated into</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>who marked an event, and when</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <comment>heading of a list of changed values</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>time and source of an event</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaf of the tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“…” stands for what is too long for a report. The whole event is in the workspace and in evidence bundles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event of the result has a mark or a note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked events that are not shown here: %1. A narrower filter shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>outcome and number of events</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars: events by outcome, from %1 to %2; %3 in the highest one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle could not be packed: %1. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” can be used in filters but is not a column; use mark or note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events cannot be sorted or counted by %1; filter for it instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing key could not be loaded. Restart the program and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system gives no random numbers, so no signing key was made. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret is not a signing key. A signing key is 32 bytes in base64, which are 44 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature could not be made. Restart the program and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of “%1” is not one for Ed25519.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name “%1”, the number and the key do not belong together. Copy the public key again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file holds a private key. Choose the file with the public key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The public key is damaged, or not one for Ed25519. Export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note has more than %1 signatures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note is larger than %1 KiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature of “%1” does not match the text of the note: one of them was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note is signed only if it is UTF-8 text that ends with a line break and has no control characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of a signer must not be empty or have spaces, plus signs or control characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note is signed by “%1”, but not with a key that is known here. Get the public key from whoever signed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second line of the checkpoint is not the size of a tree: a whole number in decimal is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The third line of the checkpoint is not the root of a tree: 32 bytes in base64 are expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tree cannot have fewer than 0 leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no leaf %1 in a tree of size %2. Leaves are counted from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tree of size %1 cannot continue one of size %2, which is larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of a reviewer has 1 to %1 characters; the name of this account has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note can have at most %1 characters; this one has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of a review has 1 to %1 characters; this one has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter of a review can have at most %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 events can be marked at once. Mark fewer, or filter for them instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such signing key in this workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of a signing key has 1 to %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has changed the signing key of this workspace. Nothing was changed; look at its key, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tree of this workspace has no such leaf or subtree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event of row %1 was changed after it was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event of row %1 was stored, and is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event of row %1 is damaged and cannot be read any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event of row %1 is gone, and neither a purge nor a newer version of it explains why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event of row %1 is stored, but listed among those that are gone, so that it is not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event of row %1 was not stored by Trailglass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The events of rows %1 to %2 were changed after they were stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The events of rows %1 to %2 were stored, and are not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The events of rows %1 to %2 are damaged and cannot be read any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The events of rows %1 to %2 are gone, and neither a purge nor newer versions of them explain why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaf %1 of the tree, a record, was changed after it was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves %1 to %2 of the tree, records, were changed after they were stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaf %1 of the tree is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves %1 to %2 of the tree are not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash kept of leaf %1 of the tree, whose content was deleted, was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hashes kept of leaves %1 to %2 of the tree, whose content was deleted, were changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something among the leaves %1 to %2 of the tree was changed after it was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hash that the tree keeps of its leaves %1 to %2 was changed, or some of these leaves together with other hashes of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tables of the tree contain numbers that cannot be right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A record of %1 bytes is too large to store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked purple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>event, name of its colour rule</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <comment>an event that came after the last review</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>event, what reviewers say of it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing key %1 was not signed by the key before it, %2. Either that one was lost, or somebody else made the new one: compare it with the key that you know from elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing key %1 has no record in the tree: it was not added by Trailglass. Nothing that it has signed counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing key %1 is in the tree, but was taken out of the list of keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be compared with the tree of the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is signed with the key %1, which the workspace had only after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event of row %1, leaf %2 of the tree, is lost or damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaf %1 of the tree is lost or damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A case has at most %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note has at most %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing key is changed, but the former one may still be in the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The former key %1 has not signed the new one, %2: whoever verifies checkpoints needs the new one from you. Earlier checkpoints can be verified all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing key is in the keychain already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the place of the key: keychain, env:VARIABLE or file:PATH.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets are shared in an archive only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all events were pushed into the archive %1; the push after the next sync brings them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The title is longer than %1 characters. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is longer than %1 characters. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note is longer than %1 characters. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit log report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no name)</source>
        <comment>of a change</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no file. Name the ZIP file of an evidence bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no review “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A review without a name has its filter as the name, which can have at most %1 characters. Give it a name, or save the filter as a preset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signing key is 32 random bytes in base64: “openssl rand -base64 32” makes one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing key %1 was kept for a single session, which has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing key %1 is not in the keychain. If the keychain is locked, unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing key %1 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the place of the key: env:VARIABLE or file:PATH.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no signing key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key %1 has signed for this workspace before, and was replaced. Make a new one: “openssl rand -base64 32”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last checkpoint of the workspace cannot be verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock says %1, which is before the time of the last checkpoint, %2. The new checkpoint has the earlier time of the two all the same; the order of checkpoints is that of their sizes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No checkpoint was written after the sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of the witness file %1 is full. Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The witness file %1 cannot be used: %2. Choose another place or fix its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The witness file %1 is in use by another program. Try again when it has finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program replaced the witness file %1 at the same moment, so the checkpoint may not be in it. Append one again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a file. Choose a file for the checkpoints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in the folder of the workspace: whoever can change the workspace could change the checkpoints in it, too. Choose a file elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not end with a whole checkpoint, so nothing was appended. If it is another file, choose one for the checkpoints alone. If it was cut, remove what is left of its last checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>On %1 the source “%2” was removed in the window with %Ln event(s): their content is gone, their hashes are kept.</source>
        <translation>
            <numerusform>On %1 the source “%2” was removed in the window with %Ln event: its content is gone, its hash is kept.</numerusform>
            <numerusform>On %1 the source “%2” was removed in the window with %Ln events: their content is gone, their hashes are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %1 the source “%2” was removed by “%3” with %Ln event(s): their content is gone, their hashes are kept.</source>
        <translation>
            <numerusform>On %1 the source “%2” was removed by “%3” with %Ln event: its content is gone, its hash is kept.</numerusform>
            <numerusform>On %1 the source “%2” was removed by “%3” with %Ln events: their content is gone, their hashes are kept.</numerusform>
        </translation>
    </message>
    <message>
        <source>The workspace is not as it was stored, or not as it was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the event “%1” of the source “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first of them is the event “%1” of the source “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hashing the events of the workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hashing the events of the workspace: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is of another workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is listed with another number of leaves than the one that was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint of %1 does not fit the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint in line %1 of %2 does not fit the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing the workspace with %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no checkpoint of this workspace, so there is nothing to compare it with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln checkpoint(s) could not be compared.</source>
        <translation>
            <numerusform>%Ln checkpoint could not be compared.</numerusform>
            <numerusform>%Ln checkpoints could not be compared.</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing the workspace with its checkpoints…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all problems are listed: there are %1 of the kind “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln checkpoint(s) of the workspace fit.</source>
        <translation>
            <numerusform>%Ln checkpoint of the workspace fits.</numerusform>
            <numerusform>%Ln checkpoints of the workspace fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln checkpoint(s) in %1 fit: the workspace continues what was signed then.</source>
        <translation>
            <numerusform>%Ln checkpoint in %1 fits: the workspace continues what was signed then.</numerusform>
            <numerusform>%Ln checkpoints in %1 fit: the workspace continues what was signed then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln checkpoint(s) in %1 are of other workspaces.</source>
        <translation>
            <numerusform>%Ln checkpoint in %1 is of another workspace.</numerusform>
            <numerusform>%Ln checkpoints in %1 are of other workspaces.</numerusform>
        </translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the signing key from %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace says that its key is there, and you have not approved that yet. Allow it only if you know this place. You are asked once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Purple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark purple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;No mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only &amp;marked events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified: %1</source>
        <comment>a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <comment>a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: %1</source>
        <comment>a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrived after the last review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– unknown</source>
        <comment>outcome</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PDF file needs a font, and none is installed. Install one, such as DejaVu (Debian: fonts-dejavu-core), or write HTML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open evidence &amp;bundle…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifies an evidence bundle and shows it read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repor&amp;t…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes a report on the events of the filter as PDF or HTML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mark as reviewed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes that the shown events were reviewed, up to now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only &amp;new events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the events that arrived after the last review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only mar&amp;ked events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the events that somebody has marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review &amp;log…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists who has reviewed which events, and when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Checkpoints and key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what proves that the workspace was not altered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verify workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compares all that is stored with its hashes and checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evi&amp;dence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>append the checkpoint to FILE too: one elsewhere, so that whoever can change the workspace cannot change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key until now is lost: the new one goes without its signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file of checkpoints that was kept elsewhere, as “checkpoint --append” writes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not compare the fields of events with their JSON, which takes the most time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a file of a Trailglass workspace. Give a bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no file. Save the bundle as a file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coverage gaps: not known (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing events: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has bytes that belong to no member, so that another program may find other files in it. Get the bundle again from whoever made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a header that contradicts the directory of the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is signed by an unknown key, the one in the bundle: anybody can make a key. Whose key that is, the bundle cannot prove: compare it with one that you have from elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tree binds source, vendor, id, both times and JSON of each event. All else in the bundle, such as actors and other fields, events.csv, counts, coverage and reports, is only what the owner of the key signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle shows %1 of the leaves of the tree. That no other event of it that was not deleted matches the filter is stated by whoever signed it, and not proved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a report on these events, if one was requested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not whose key it is: anybody can make a key and sign with it. Compare it with one that you have from elsewhere. Not that the clock was right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tree binds source, vendor, id, both times and raw of each event, and each record in quarantine.ndjson, marks.ndjson, review.ndjson and history.ndjson. It binds nothing else: not the other fields of events.ndjson, such as actor and outcome, not events.csv, not which events and records were chosen, not the counts and gaps in manifest.json, not coverage.json and not a report. For these the signature shows that nobody without the private key has changed them, and whoever has the key could have written something else. Where it matters, read raw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a workspace is pushed into archives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo data is not pushed into archives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1 the archive had all events of this workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading from the archive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading from the archive when this workspace was last pushed into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <comment>time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <comment>when a push was</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last events of this workspace in the archive were pushed at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <comment>push</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace has not pushed any events into the archive yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would be larger than verifiers read, for example because of very many gaps. Make a bundle of a shorter time, or of fewer sources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle shows more leaves of its tree than fit into so few bytes: it was made to take all memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes and exports by people outside working hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nights and weekends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event of row %1 is stored, although the record of a purge says that it was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows that the purge of leaf %1 of the tree took are not those that it names: the list of what is gone was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The presets that are shared in the archive could not be read. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace is pushed into %1 archives after each sync, which is the limit. Take one off first: in the window File → Push after syncs, on the command line --after-sync off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A push after a sync needs the key of the archive also after the program was started again. Keep it in the keychain, in a variable or in a private file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace was pushed, and is not pushed after its syncs: that could not be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was signed, because the checkpoint that the workspace has of %1 cannot be verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was signed: the workspace does not continue its checkpoint of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace was not compared with the witness file %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The witness file %1 had no checkpoint of this workspace, which was signed before. If it should have had some, find out whether it is the right file, and who removed them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was signed: the workspace does not continue the checkpoint in line %1 of the witness file %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was signed, because the checkpoint of this workspace in line %1 of the witness file %2 cannot be verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They were in the rows %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;ush after syncs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the archives that the workspace is pushed into after each sync, and pushes into them now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the event above, from any pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the event below, from any pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A response could not be kept in a temporary file in %1: %2. Free some space there, or name another folder in the environment variable TMPDIR, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 returned a web page instead of JSON. Check the address of the source (base_url or endpoint), and whether a sign-in page of a proxy or network is in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verify the workspace first, which reads every event: only then the bundle can state that no other event matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same report as pages, if the bundle was made in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever signed states that the workspace was verified for this bundle, the fields of its events included, and that no other event of the tree matches the filter, but for events that had been deleted before (history.ndjson). The numbers of the matching leaves are in proofs.ndjson, the size of the tree in checkpoint.txt: somebody with the workspace can check the statement. The bundle alone cannot prove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With Trailglass, or with its script, which needs nothing but Python and openssl and can be read in ten minutes; give the key that you have from elsewhere in place of KEY. The script is not in the bundle, since whoever could forge the one could forge the other. It comes with Trailglass: share/trailglass/verify_evidence.py where that is installed, docs/verify_evidence.py in its source code:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No bundle was made, because the verification of the workspace found a problem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be done, because the system starts no more threads. End other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secret came on standard input. Type it when asked, or pipe one line per secret, in the order of the --secret options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not a complete ZIP archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key.pem is not a public key for Ed25519.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checkpoint.txt is not signed by the key in key.pem, was changed, or is not a checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 of %2 is not a record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proofs.ndjson has more hashes between its leaves than they need: it is not a proof.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>manifest.json is not the manifest of a bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable rows and conflicts are those of the whole source, whatever the filter: they are quarantined and are not events. A conflict is another version of a stored event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a public key with a name. “name+number+key” is expected, in one line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a file with a public key. Three lines are expected, the first of them “-----BEGIN PUBLIC KEY-----”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a signed note: a text, an empty line and lines with signatures are expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a checkpoint: a line each with the origin, the size of the tree and its root is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events cannot be sorted or counted by raw; use a JSON path such as @details.new_value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a checkpoint of this workspace&apos;s tree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are not colour rules: they have to be a JSON array.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of a signing key, leaf %1 of the tree, was not written by Trailglass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A checkpoint was expected at line %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If that is what you want, add --yes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batches compared: %1 · events: %2 · rows not pushed yet: %3
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events pushed: %1 · superseded or removed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) are too large for an archive and were left out.</source>
        <translation>
            <numerusform>%Ln event is too large for an archive and was left out.</numerusform>
            <numerusform>%Ln events are too large for an archive and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 row(s) pushed</source>
        <translation>
            <numerusform>%1 of %2 row pushed</numerusform>
            <numerusform>%1 of %2 rows pushed</numerusform>
        </translation>
    </message>
    <message>
        <source>place of the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace is not pushed into an archive after its syncs. To have it pushed: trailglass-cli archive push URL --after-sync on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading from %1 when this workspace was last pushed into it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the archives that the workspace is pushed into after each sync, with the last push into each; “archive push” adds one and takes one off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Verifying the bundle: %Ln events</source>
        <translation>
            <numerusform>Verifying the bundle: %Ln event</numerusform>
            <numerusform>Verifying the bundle: %Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Opening the bundle: %Ln events</source>
        <translation>
            <numerusform>Opening the bundle: %Ln event</numerusform>
            <numerusform>Opening the bundle: %Ln events</numerusform>
        </translation>
    </message>
    <message>
        <source>The bundle is verified: it was not changed since it was signed. Whose key signed it is not verified: --key KEY does that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln events of the bundle cannot be read by this version.</source>
        <translation>
            <numerusform>%Ln event of the bundle cannot be read by this version.</numerusform>
            <numerusform>%Ln events of the bundle cannot be read by this version.</numerusform>
        </translation>
    </message>
    <message>
        <source>read the events of the evidence bundle FILE in place of the workspace; it is verified first, and not read if it is not what was signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the public key that the bundle must be signed by: NAME+ID+KEY, or a PEM file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give either --workspace or --bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--key goes with --bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>places in the JSON of the value before and of the one after</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what changed, places in the JSON</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged</source>
        <comment>members, elements or lines that are not shown</comment>
        <translation type="unfinished">
            <numerusform>%Ln unchanged</numerusform>
            <numerusform>%Ln unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A checkpoint of %Ln leaves was signed with the key %1.</source>
        <translation>
            <numerusform>A checkpoint of %Ln leaf was signed with the key %1.</numerusform>
            <numerusform>A checkpoint of %Ln leaves was signed with the key %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 event(s)</source>
        <translation>
            <numerusform>%1 of %2 event</numerusform>
            <numerusform>%1 of %2 events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) verified</source>
        <translation>
            <numerusform>%Ln event verified</numerusform>
            <numerusform>%Ln events verified</numerusform>
        </translation>
    </message>
    <message>
        <source>fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No interval was requested and received in full yet; “trailglass-cli sync” does that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the review that is:new is about: what came after it is new (default: that of EXPR or “default”, whichever went further)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give either --archive or --bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln row(s) read again</source>
        <translation>
            <numerusform>%1: %Ln row read again</numerusform>
            <numerusform>%1: %Ln rows read again</numerusform>
        </translation>
    </message>
    <message>
        <source>Some values are too large to compare in detail; they are printed as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more changes. --json prints all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long values are cut. --json prints them whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event is too large: not all of it was searched for changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event holds no values before and after a change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event names nothing that could be requested from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--changes prints the changes of the event and nothing else. Leave out --changes or --%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--related sends requests to the vendor with the credentials of a workspace. Leave out --%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print only what it says of before and after: each value that differs, with its place in the JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>“%1” works. The test page contained %Ln event(s), of which %2 could not be read.
</source>
        <translation>
            <numerusform>“%1” works. The test page contained %Ln event, of which %2 could not be read.
</numerusform>
            <numerusform>“%1” works. The test page contained %Ln events, of which %2 could not be read.
</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 s · %2 row(s) read</source>
        <translation>
            <numerusform>%1 s · %2 row read</numerusform>
            <numerusform>%1 s · %2 rows read</numerusform>
        </translation>
    </message>
    <message>
        <source>none yet</source>
        <comment>event or push</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace is pushed after each sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspaces that push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events: %1 · last push: %2 · number: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · not pushed any more</source>
        <comment>vendor</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · pushed</source>
        <comment>vendor</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that are not pushed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every batch of the archive has as many events as were pushed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive has what this workspace has pushed: counts and hashes are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The tree of %Ln leaves was signed.</source>
        <translation>
            <numerusform>The tree of %Ln leaf was signed.</numerusform>
            <numerusform>The tree of %Ln leaves was signed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tree of %Ln leaves was signed, and the checkpoint appended to %1.</source>
        <translation>
            <numerusform>The tree of %Ln leaf was signed, and the checkpoint appended to %1.</numerusform>
            <numerusform>The tree of %Ln leaves was signed, and the checkpoint appended to %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: made %2, replaced %3</source>
        <comment>number of a key, two times</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: made %2, signs, kept in: %3</source>
        <comment>number of a key, time, place</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: leaves: %2, not signed by a key of the workspace</source>
        <comment>time, number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: leaves: %2, key: %3, root: %4</source>
        <comment>time, number, number of a key, hash</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key %1 signs from now on. Give its public half to those who verify.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing key %1 is the same as before. It is kept in: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier checkpoints: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pushed at %1. Events: %2, superseded or removed: %3.</source>
        <comment>time, numbers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation type="unfinished">
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) from %1 to %2</source>
        <translation>
            <numerusform>%Ln event from %1 to %2</numerusform>
            <numerusform>%Ln events from %1 to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connection works. The test page contained %Ln event(s), the newest from %1.</source>
        <translation>
            <numerusform>Connection works. The test page contained %Ln event, from %1.</numerusform>
            <numerusform>Connection works. The test page contained %Ln events, the newest from %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server responds, but none of the %Ln event(s) in the test page could be read.</source>
        <translation>
            <numerusform>The server responds, but the only event in the test page could not be read.</numerusform>
            <numerusform>The server responds, but none of the %Ln events in the test page could be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) of this source are stored.</source>
        <translation>
            <numerusform>%Ln event of this source is stored.</numerusform>
            <numerusform>%Ln events of this source are stored.</numerusform>
        </translation>
    </message>
    <message>
        <source>Events of this workspace were superseded or removed since the last push. Push first, then check the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch %1: events pushed: %2, in the archive: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows %1 to %2: events in the workspace: %3, in the archive: %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of the archive at %1 is full: “%2”. Ask its administrator for more space, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive at %1 does not know a setting that is needed: “%2”. Ask its administrator to update ClickHouse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive at %1 did not understand the query: “%2”. Update Trailglass, or ask its administrator to update ClickHouse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy or gateway at %1 stopped waiting for the archive (HTTP %2). Use a shorter time range, or have the proxy wait for some minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A histogram cannot be split by this field. Choose another field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This field has too many values to split a histogram by. Choose another field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database “%1” at %2 is not an archive, or its creation did not come to its end. Create the archive first: in the window File → Manage archive…, on the command line trailglass-cli archive create.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive at %1 has more than %2 presets, which are not read. Ask its administrator to delete some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive at %1 was made before archives could keep presets. Its administrator adds the room for them: in the window File → Manage archive… → Create archive…, on the command line trailglass-cli archive create %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive has a row number that this version of Trailglass does not know. Update Trailglass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive knows of more superseded or removed events than this workspace. It was restored from an older backup, or it is a copy of another one that has pushed since. Nothing was pushed: push from the workspace that is ahead, or from a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln workspace(s) push into this archive already, which is the limit. Push into another archive.</source>
        <translation>
            <numerusform>%Ln workspace pushes into this archive already, which is the limit. Push into another archive.</numerusform>
            <numerusform>%Ln workspaces push into this archive already, which is the limit. Push into another archive.</numerusform>
        </translation>
    </message>
    <message>
        <source>This workspace has not pushed into the archive at %1 yet. Push first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event of the archive has the value “%1” in the column “%2”, which this version of Trailglass does not know. Update Trailglass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not say which version of ClickHouse it is. Check the address of the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server at %1 is ClickHouse %2. An archive needs %3.%4 or later. Ask its administrator to update it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source “%1” belongs to the workspace “%2”, which pushes its events into this archive. If both sync the same account, push from one of them only; to make it this one: in the window File → Manage archive… → Claim a source…, on the command line trailglass-cli archive claim URL SOURCE --take-over. If they sync different ones, rename the source here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source “%1” is of a type that this version does not know. Update Trailglass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log file %1 cannot be opened: %2. Choose another file, or fix its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret is empty. Copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of approved variables and files %1 cannot be read: %2. Nothing is approved until it is repaired or deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of approved variables and files %1 is damaged or of another version. Nothing is approved until it is repaired or deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of approved variables and files %1 is not a regular file or is too large. Nothing is approved until it is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other users can write to the list of approved variables and files %1. Nothing is approved until it is yours alone, or deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The approval cannot be saved to %1, because its folder cannot be created. Choose another one with the variable XDG_CONFIG_HOME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The approval cannot be saved to %1: it is in use by another program, or its folder is read-only. Try again, make the folder writable, or choose another one with the variable XDG_CONFIG_HOME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret&apos;s file %1 cannot be read: %2. Check the file and its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>events.ndjson has %Ln more event(s) than proofs.ndjson: events were added.</source>
        <translation>
            <numerusform>events.ndjson has %Ln more event than proofs.ndjson: an event was added.</numerusform>
            <numerusform>events.ndjson has %Ln more events than proofs.ndjson: events were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>events.ndjson has %Ln fewer event(s) than proofs.ndjson: events were removed.</source>
        <translation>
            <numerusform>events.ndjson has %Ln fewer event than proofs.ndjson: an event was removed.</numerusform>
            <numerusform>events.ndjson has %Ln fewer events than proofs.ndjson: events were removed.</numerusform>
        </translation>
    </message>
    <message>
        <source>who made the bundle and when, the filter, sources, counts, gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written: %1. Choose another location, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets refer to each other in a cycle: %1. Change one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A regular expression must not start with “(*”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset %1 is not valid. Nothing was imported.</source>
        <comment>a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset %1 (“%2”) is not valid. Nothing was imported.</source>
        <comment>a number, a name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset %1 is not valid. %2 Nothing was imported.</source>
        <comment>a number, a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset %1 (“%2”) is not valid. %3 Nothing was imported.</source>
        <comment>a number, a name, a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is longer than %2 characters. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file %1. Check its name and its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace %1 cannot be read: %2. Check the folder and its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database file is damaged: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row of table %1 belongs to a source that is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) belong to a source that is not there.</source>
        <translation>
            <numerusform>%Ln event belongs to a source that is not there.</numerusform>
            <numerusform>%Ln events belong to a source that is not there.</numerusform>
        </translation>
    </message>
    <message>
        <source>The number or times of the events kept with source %1 are wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) have a row that was never given out.</source>
        <translation>
            <numerusform>%Ln event has a row that was never given out.</numerusform>
            <numerusform>%Ln events have a row that was never given out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) are listed although they were superseded.</source>
        <translation>
            <numerusform>%Ln event is listed although it was superseded.</numerusform>
            <numerusform>%Ln events are listed although they were superseded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) have a value of %1 that has no text.</source>
        <translation>
            <numerusform>%Ln event has a value of %1 that has no text.</numerusform>
            <numerusform>%Ln events have a value of %1 that has no text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %Ln event(s), but the JSON of %1.</source>
        <translation>
            <numerusform>There is %Ln event, but the JSON of %1.</numerusform>
            <numerusform>There are %Ln events, but the JSON of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) cannot be found by their id.</source>
        <translation>
            <numerusform>%Ln event cannot be found by its id.</numerusform>
            <numerusform>%Ln events cannot be found by their id.</numerusform>
        </translation>
    </message>
    <message>
        <source>The workspace %1 cannot be created: %2. Choose another folder, or make this one writable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace contains objects that Trailglass did not create, and was not opened: %1, and %2 more. Nothing was changed. If you added them, remove them with the tool you used; otherwise ask whoever gave you the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s) have a number that cannot be right.</source>
        <translation>
            <numerusform>%Ln source has a number that cannot be right.</numerusform>
            <numerusform>%Ln sources have a number that cannot be right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) hold a number that cannot be right.</source>
        <translation>
            <numerusform>%Ln event holds a number that cannot be right.</numerusform>
            <numerusform>%Ln events hold a number that cannot be right.</numerusform>
        </translation>
    </message>
    <message>
        <source>The hash kept of the event of row %1, which was deleted or superseded, was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hashes kept of the events of rows %1 to %2, which were deleted or superseded, were changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) from row %1 on are stored, although the record of a purge says that they were deleted.</source>
        <translation>
            <numerusform>%Ln event from row %1 on is stored, although the record of a purge says that it was deleted.</numerusform>
            <numerusform>%Ln events from row %1 on are stored, although the record of a purge says that they were deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) from row %1 on are stored, but listed among those that are gone, so that they are not found.</source>
        <translation>
            <numerusform>%Ln event from row %1 on is stored, but listed among those that are gone, so that it is not found.</numerusform>
            <numerusform>%Ln events from row %1 on are stored, but listed among those that are gone, so that they are not found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) from row %1 on were not stored by Trailglass.</source>
        <translation>
            <numerusform>%Ln event from row %1 on was not stored by Trailglass.</numerusform>
            <numerusform>%Ln events from row %1 on were not stored by Trailglass.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln leaves of the tree are gone that no purge explains.</source>
        <translation>
            <numerusform>%Ln leaf of the tree is gone that no purge explains.</numerusform>
            <numerusform>%Ln leaves of the tree are gone that no purge explains.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln quarantined row(s) are not as the tree recorded them, or were added or deleted by something else than Trailglass.</source>
        <translation>
            <numerusform>%Ln quarantined row is not as the tree recorded it, or was added or deleted by something else than Trailglass.</numerusform>
            <numerusform>%Ln quarantined rows are not as the tree recorded them, or were added or deleted by something else than Trailglass.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln interval(s) of coverage are not as the tree recorded them, or were added or deleted by something else than Trailglass.</source>
        <translation>
            <numerusform>%Ln interval of coverage is not as the tree recorded it, or was added or deleted by something else than Trailglass.</numerusform>
            <numerusform>%Ln intervals of coverage are not as the tree recorded them, or were added or deleted by something else than Trailglass.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln review(s), mark(s) or note(s) are not as the tree recorded them, or were added or deleted by something else than Trailglass.</source>
        <translation>
            <numerusform>%Ln review, mark or note is not as the tree recorded it, or was added or deleted by something else than Trailglass.</numerusform>
            <numerusform>%Ln reviews, marks or notes are not as the tree recorded them, or were added or deleted by something else than Trailglass.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s) are hidden as if they were being removed, but no record of the tree says that they are.</source>
        <translation>
            <numerusform>%Ln source is hidden as if it were being removed, but no record of the tree says that it is.</numerusform>
            <numerusform>%Ln sources are hidden as if they were being removed, but no record of the tree says that they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The root noted for the first %Ln leaves of the tree is not theirs.</source>
        <translation>
            <numerusform>The root noted for the first leaf of the tree is not its own.</numerusform>
            <numerusform>The root noted for the first %Ln leaves of the tree is not theirs.</numerusform>
        </translation>
    </message>
    <message>
        <source>The workspace folder %1 cannot be used: %2. Choose another folder, or fix its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is in use: %1 is upgrading it to a newer version (process %2). Try again when it has finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 cannot be locked: %2. Check the folder and its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) differ from their JSON in %1; the first has “%2” instead of “%3”: %4. Either the database was damaged, or another version of Trailglass stored them.</source>
        <translation>
            <numerusform>%Ln event differs from its JSON in %1; it has “%2” instead of “%3”: %4. Either the database was damaged, or another version of Trailglass stored it.</numerusform>
            <numerusform>%Ln events differ from their JSON in %1; the first has “%2” instead of “%3”: %4. Either the database was damaged, or another version of Trailglass stored them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) differ from their JSON in the time of the last change; the first has “%1” instead of “%2”: %3. Either the database was damaged, or another version of Trailglass stored them.</source>
        <translation>
            <numerusform>%Ln event differs from its JSON in the time of the last change; it has “%1” instead of “%2”: %3. Either the database was damaged, or another version of Trailglass stored it.</numerusform>
            <numerusform>%Ln events differ from their JSON in the time of the last change; the first has “%1” instead of “%2”: %3. Either the database was damaged, or another version of Trailglass stored them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The JSON of %Ln event(s) is not valid for their source: %1.</source>
        <translation>
            <numerusform>The JSON of %Ln event is not valid for its source: %1.</numerusform>
            <numerusform>The JSON of %Ln events is not valid for their source: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>This version does not support sources of type %1. Update Trailglass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input contains no valid events of %1. Choose another file, or the source that it is from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour rule %1 is left out: a rule needs a filter and a colour from 0 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour rule %1 (“%2”) is left out: a rule needs a filter and a colour from 0 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour rule %1 is ignored: %2</source>
        <comment>a number, a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour rule %1 (“%2”) is ignored: %3</source>
        <comment>a number, a name, a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s) ago</source>
        <translation>
            <numerusform>a minute ago</numerusform>
            <numerusform>%Ln minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s) ago</source>
        <translation>
            <numerusform>an hour ago</numerusform>
            <numerusform>%Ln hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>a day ago</numerusform>
            <numerusform>%Ln days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln minute(s)</source>
        <translation>
            <numerusform>in a minute</numerusform>
            <numerusform>in %Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln hour(s)</source>
        <translation>
            <numerusform>in an hour</numerusform>
            <numerusform>in %Ln hours</numerusform>
        </translation>
    </message>
    <message>
        <source>Keeper is for a cluster, and none is named. Name the cluster, or leave Keeper out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The source “%1” belongs to the workspace “%2”, which has pushed %Ln of its events. Take it over only if that workspace no longer syncs it. Then its pushes of this source are refused, the events that this workspace has are counted from here, and those that only “%2” has stay as they are.</source>
        <translation>
            <numerusform>The source “%1” belongs to the workspace “%2”, which has pushed %Ln of its events. Take it over only if that workspace no longer syncs it. Then its pushes of this source are refused, the events that this workspace has are counted from here, and those that only “%2” has stay as they are.</numerusform>
            <numerusform>The source “%1” belongs to the workspace “%2”, which has pushed %Ln of its events. Take it over only if that workspace no longer syncs it. Then its pushes of this source are refused, the events that this workspace has are counted from here, and those that only “%2” has stay as they are.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no room for the events of the bundle: %1. Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln leaves of the workspace are not the ones that were signed: something among them was changed, added or taken away.</source>
        <translation>
            <numerusform>The first leaf of the workspace is not the one that was signed: it was changed, added or taken away.</numerusform>
            <numerusform>The first %Ln leaves of the workspace are not the ones that were signed: something among them was changed, added or taken away.</numerusform>
        </translation>
    </message>
    <message>
        <source>Events of the result that were deleted or superseded meanwhile are left out: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, %Ln event(s)</source>
        <translation>
            <numerusform>%1: %2, %Ln event</numerusform>
            <numerusform>%1: %2, %Ln events</numerusform>
        </translation>
    </message>
    <message>
        <source>A key that is lost cannot be moved. Make a new one: “The key is lost…” in the window, or “trailglass-cli checkpoint key rotate --lost”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing key is in a variable or a file of yours. Put a new key into another one, and name that: “Use another key…” in the window, or “trailglass-cli checkpoint key set”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keychain, so the signing key %1 is lost when the program ends; what it has signed can be verified all the same. To keep a key, put one into a private file and name it: “Use another key…” in the window, or “trailglass-cli checkpoint key set file:PATH”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events were superseded, deleted or marked after the filter was applied, so that a report would count others than the bundle has. Apply the filter again, and then make the bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence bundle %1 cannot be read: %2. Check the file and its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is lost, make a new one: “The key is lost…” in the window, or “trailglass-cli checkpoint key rotate --lost”. Earlier checkpoints can be verified all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another key is in the place of the signing key %1, so nothing was signed. Put the right one back, or change to the other one: “Use another key…” in the window, or “trailglass-cli checkpoint key set”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a key, and not where it is. Put it into a file that only you can read, and name the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting could not be kept: the settings file cannot be written. Make it writable and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no witness file %1. Check its name and its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 of %2 and those after it are longer than a checkpoint can be. This is not a witness file. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than %2, which no witness file is. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>They were in %Ln range(s) of rows, from row %1 on; the record of the purge has a hash of them.</source>
        <translation>
            <numerusform>They were in %Ln range of rows, from row %1 on; the record of the purge has a hash of it.</numerusform>
            <numerusform>They were in %Ln ranges of rows, from row %1 on; the record of the purge has a hash of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They were in the rows %1, and %Ln more range(s) of rows.</source>
        <translation>
            <numerusform>They were in the rows %1, and %Ln more range of rows.</numerusform>
            <numerusform>They were in the rows %1, and %Ln more ranges of rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln leaves of the workspace have the hashes that were noted, but not all that is shown of events is what their JSON says.</source>
        <translation>
            <numerusform>The only leaf of the workspace has the hash that was noted, but not all that is shown of the event is what its JSON says.</numerusform>
            <numerusform>All %Ln leaves of the workspace have the hashes that were noted, but not all that is shown of events is what their JSON says.</numerusform>
        </translation>
    </message>
    <message>
        <source>Actors, actions and other fields of events were not compared with the JSON that the hashes are of, nor the index and what is searched: “Check workspace…” in the window, or “trailglass-cli doctor”, does that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The events of this workspace are not hashed yet, so there is nothing to verify them with. The next sync or import hashes them, and so does a checkpoint: “Make checkpoint now” in the window, or “trailglass-cli checkpoint”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no checkpoint yet: whoever can write to the workspace could have changed events and hashes alike. A witness file in the window, or “trailglass-cli checkpoint --append FILE”, keeps checkpoints elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever can write to the workspace can make events, hashes and checkpoints agree. A file elsewhere with checkpoints shows that: “Witness file…” in the window, or “trailglass-cli verify --against FILE”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the signing key %1 by a new one?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The present key signs the new one, then it is deleted and signs nothing more. Earlier checkpoints and bundles keep their worth: they are verified with the former public key, as before. Whoever verifies what is signed from now on needs the new public key, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rotate key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the signing key %1 without its signature?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only where it cannot be read any more: a locked keychain looks the same, so unlock it first. Then nothing shows that the new key is yours: whoever verifies needs it from you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make a new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier checkpoints can be verified all the same, with the former public key. But whoever finds the lost key can sign others with it: rely on those that somebody else has kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1 row</numerusform>
            <numerusform>%1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln formula(s) escaped</source>
        <translation>
            <numerusform>%Ln formula escaped</numerusform>
            <numerusform>%Ln formulas escaped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coverage gap(s): %1. Events may be missing there.</source>
        <comment>sources with times</comment>
        <translation>
            <numerusform>%Ln coverage gap: %1. Events may be missing there.</numerusform>
            <numerusform>%Ln coverage gaps: %1. Events may be missing there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coverage gap(s): %1, and %2 more. Events may be missing there.</source>
        <comment>sources with times, a number</comment>
        <translation>
            <numerusform>%Ln coverage gap: %1, and %2 more. Events may be missing there.</numerusform>
            <numerusform>%Ln coverage gaps: %1, and %2 more. Events may be missing there.</numerusform>
        </translation>
    </message>
    <message>
        <source>All events are outside of the time of the filter: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not synced, so events may be missing: %2</source>
        <comment>a source, an interval</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s)</source>
        <translation>
            <numerusform>%1 event</numerusform>
            <numerusform>%1 events</numerusform>
        </translation>
    </message>
    <message>
        <source>The pages of the report could not be painted. Write HTML instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever opens archives there as this user, or pushes into them after syncs, has to enter it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete the %Ln event(s) of %1?</source>
        <translation>
            <numerusform>Delete the %Ln event of %1?</numerusform>
            <numerusform>Delete the %Ln events of %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also &amp;delete its %Ln event(s). This cannot be undone.</source>
        <translation>
            <numerusform>Also &amp;delete its %Ln event. This cannot be undone.</numerusform>
            <numerusform>Also &amp;delete its %Ln events. This cannot be undone.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mana&amp;ge archive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what an archive holds, checks, creates and compares it, and claims its sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An archive is checked with “Manage archive…”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The bundle is verified: its events (%1) are as they were in the tree of %2 leaves, called %3, that was signed.</source>
        <translation>
            <numerusform>The bundle is verified: its events (%1) are as they were in the tree of %2 leaf, called %3, that was signed.</numerusform>
            <numerusform>The bundle is verified: its events (%1) are as they were in the tree of %2 leaves, called %3, that was signed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>checkpoint.txt is of a tree of %1 leaves, manifest.json of another one, of %2: one of them was exchanged, such as for an older checkpoint.</source>
        <translation>
            <numerusform>checkpoint.txt is of a tree of %1 leaf, manifest.json of another one, of %2: one of them was exchanged, such as for an older checkpoint.</numerusform>
            <numerusform>checkpoint.txt is of a tree of %1 leaves, manifest.json of another one, of %2: one of them was exchanged, such as for an older checkpoint.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>manifest.json states %1 event(s), events.ndjson has %2.</source>
        <translation>
            <numerusform>manifest.json states %1 event, events.ndjson has %2.</numerusform>
            <numerusform>manifest.json states %1 events, events.ndjson has %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln block(s) of JSON state a size that cannot be right.</source>
        <translation>
            <numerusform>%Ln block of JSON states a size that cannot be right.</numerusform>
            <numerusform>%Ln blocks of JSON state a size that cannot be right.</numerusform>
        </translation>
    </message>
    <message>
        <source>The key was not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It is of %1 leaves, and the workspace has %2: the last ones were taken away, or an older copy of the workspace is in its place.</source>
        <translation>
            <numerusform>It is of %1 leaf, and the workspace has %2: the last ones were taken away, or an older copy of the workspace is in its place.</numerusform>
            <numerusform>It is of %1 leaves, and the workspace has %2: the last ones were taken away, or an older copy of the workspace is in its place.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take the source “%1” over from the workspace “%2”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the key of the user “%1” at %2 from the keychain?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>the earlier and the later of two compared events</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two events cannot be compared: what is stored of one of them is not JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These events are too large: not all of them was compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two events are equal: their JSON has the same members with the same values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--compare-with prints what is different in two events and nothing else. Leave out --compare-with or --%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print only what is different in this other event, the earlier one of the two first: each value that differs, with its place in the JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event %1 of the source “%2” is not in the tree of the workspace, so that no bundle can prove it. “Verify workspace…” in the window, or “trailglass-cli verify workspace”, looks for what differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The events do not lead to the root of the workspace&apos;s tree: something in the workspace was altered. “Verify workspace…” in the window, or “trailglass-cli verify workspace”, names it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A record of the workspace&apos;s tree is damaged. “Verify workspace…” in the window, or “trailglass-cli verify workspace”, looks for what differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps that are not listed here: %1. “Coverage…” in the window, or “trailglass-cli coverage”, lists all intervals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report has no checkpoint, so nothing in it shows whether events were changed after they were stored. “Make checkpoint now” in the window, or “trailglass-cli checkpoint”, signs one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content of leaf %1 of the workspace&apos;s tree is lost, and so is what it would prove. “Verify workspace…” in the window, or “trailglass-cli verify workspace”, says what differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” names no event. Write its source and its id: SOURCE/ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is the same event. Name another one to compare it with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not approved yet. To approve it: “Make checkpoint now” in the window, or “trailglass-cli checkpoint --trust”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Verify workspace…” in the window, or “trailglass-cli verify workspace”, looks for what differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If an older copy of the workspace is in its place, put the newer one back. “Verify workspace…” in the window, with this witness file, or “trailglass-cli verify --against %1”, looks for what differs. To sign the workspace as it is all the same, choose another witness file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Last known state: when it was read on %1, it had %2 event(s).</source>
        <translation>
            <numerusform>Last known state: when it was read on %1, it had %2 event.</numerusform>
            <numerusform>Last known state: when it was read on %1, it had %2 events.</numerusform>
        </translation>
    </message>
    <message>
        <source>“trailglass-cli COMMAND --help” shows the options of a command. EXPR is a filter, for example
  actor:ann@example.com -outcome:success created:-7d @details.role:admin
“man trailglass-cli” lists under FILTERS what else a filter may consist of.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes a report on matching events as PDF or HTML: counts, histogram, the first events in order, marked events with notes and changes, coverage gaps, checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln more, not kept</source>
        <translation>
            <numerusform>%Ln more, not kept</numerusform>
            <numerusform>%Ln more, not kept</numerusform>
        </translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The tree had %1 leaves when this report was made: the checkpoint says nothing of the last %Ln.</source>
        <translation>
            <numerusform>The tree had %1 leaves when this report was made: the checkpoint says nothing of the last one.</numerusform>
            <numerusform>The tree had %1 leaves when this report was made: the checkpoint says nothing of the last %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>The checkpoint signs every event that was stored before it, and every record of coverage, reviews, marks and the like: each is a leaf of the tree. The workspace (“Verify workspace…” in the window, or “trailglass-cli verify workspace”) and evidence bundles (“Open evidence bundle…”, or “trailglass-cli evidence verify”) can be checked against it: an event that was changed since is found. The report itself is not signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further events that are not listed here: %1. The evidence bundle with this report has all of them, in events.csv and events.ndjson.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further events that are not listed here: %1. The workspace has all of them, and so has an evidence bundle of this filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IP</source>
        <comment>address of an event</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events, oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this text in any field or in the JSON, in upper or lower case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text with spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in quotes every character is itself; two quotes stand for one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the field has this value, in upper or lower case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with * for any characters and ? for one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the value contains this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly this value, upper and lower case too; * and ? are characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a regular expression; with i for upper or lower case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of these values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the field has any value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the field has no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both are true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least one is true; AND, OR and NOT are written in capitals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all other events, those without an actor too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parentheses group terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a saved filter by its name, anywhere in a filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that day; a year, a month, an hour (2026-11-20T09) or a minute likewise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from one time to the other, both included; one of them may be left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last seven days; -2h and -30m likewise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that day; today likewise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from its start; :&gt; after its end, :&lt; before its start, :&lt;= up to its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from 22:00 to 05:59, in the time zone of the display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on these days; sat..mon is from one to the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this address, however it is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any address of this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IPv6 likewise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the value at this path of the JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of any element of a list; [0] is the first one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names with other characters are in quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a larger number; :&gt;=, :&lt;, :&lt;= and 10..20 likewise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a mark of one of these colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the note contains this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name that you gave the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asana, secoda, datafold, paradime or nected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor&apos;s id of the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when it happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when it was first stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was done, in the vendor&apos;s words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor&apos;s group of the action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>create, read, update, delete, auth, grant, execute, export or other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>success, failure or unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who did it: the e-mail address, else the name, else the id, else the type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor&apos;s id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the type, such as user or app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it was done to: the name, else the id, else the type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the type, such as task or table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address that it came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program that it came from, as it names itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the way that it came, such as web or api</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor&apos;s workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor&apos;s environment, such as Production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what events that belong together share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor&apos;s sentence about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all of the vendor&apos;s JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of created, 0 to 23</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of created, mon to sun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new, marked or noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text of the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of a saved filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields and values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviews, marks and notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other names of fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a time such as 2026-11-20 09:15, 09:15, yesterday or -2h.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The raw JSON of event row %1 cannot be read, so the filter cannot be evaluated. “Check workspace…” in the window, or “trailglass-cli doctor”, says what is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln segment(s) of the saved index are damaged; results are complete, but slower to compute. To rebuild them: “Check workspace…” and “Repair” in the window, or “trailglass-cli doctor --repair”.</source>
        <translation>
            <numerusform>%Ln segment of the saved index is damaged; results are complete, but slower to compute. To rebuild it: “Check workspace…” and “Repair” in the window, or “trailglass-cli doctor --repair”.</numerusform>
            <numerusform>%Ln segments of the saved index are damaged; results are complete, but slower to compute. To rebuild them: “Check workspace…” and “Repair” in the window, or “trailglass-cli doctor --repair”.</numerusform>
        </translation>
    </message>
    <message>
        <source>The saved index has a part that belongs to no events. Nothing is lost. To delete it: “Check workspace…” and “Repair” in the window, or “trailglass-cli doctor --repair”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saved index of the event rows %1 to %2 is damaged. Nothing is lost. To rebuild it: “Check workspace…” and “Repair” in the window, or “trailglass-cli doctor --repair”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Results lack %1 of the %Ln event(s) of %2: the database is damaged. “Check workspace…” in the window, or “trailglass-cli doctor”, says what is affected.</source>
        <translation>
            <numerusform>Results lack %1 of the %Ln event of %2: the database is damaged. “Check workspace…” in the window, or “trailglass-cli doctor”, says what is affected.</numerusform>
            <numerusform>Results lack %1 of the %Ln events of %2: the database is damaged. “Check workspace…” in the window, or “trailglass-cli doctor”, says what is affected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) of %1 were found, but %2 were stored: the database is damaged. “Check workspace…” in the window, or “trailglass-cli doctor”, says what is affected.</source>
        <translation>
            <numerusform>%Ln event of %1 was found, but %2 were stored: the database is damaged. “Check workspace…” in the window, or “trailglass-cli doctor”, says what is affected.</numerusform>
            <numerusform>%Ln events of %1 were found, but %2 were stored: the database is damaged. “Check workspace…” in the window, or “trailglass-cli doctor”, says what is affected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) belong to a source that is not there: the database is damaged. “Check workspace…” in the window, or “trailglass-cli doctor”, says what is affected.</source>
        <translation>
            <numerusform>%Ln event belongs to a source that is not there: the database is damaged. “Check workspace…” in the window, or “trailglass-cli doctor”, says what is affected.</numerusform>
            <numerusform>%Ln events belong to a source that is not there: the database is damaged. “Check workspace…” in the window, or “trailglass-cli doctor”, says what is affected.</numerusform>
        </translation>
    </message>
    <message>
        <source>The event of row %1 cannot be found any more: the workspace&apos;s database is damaged. “Check workspace…” in the window, or “trailglass-cli doctor”, says what is affected. If you have a copy of trailglass.sqlite, restore it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no quarantined row %1. “Quarantine…” in the window, or “trailglass-cli quarantine”, lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored JSON of events %1 to %2 is damaged; all others can be read. Restore a copy of trailglass.sqlite, or sync into a new workspace from a time before these events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The search signatures of %Ln block(s) of events are damaged, the first from row %1 on. Results are complete, but searches are slower. To rebuild them: “Check workspace…” and “Repair” in the window, or “trailglass-cli doctor --repair”.</source>
        <translation>
            <numerusform>The search signatures of %Ln block of events, from row %1 on, are damaged. Results are complete, but searches are slower. To rebuild them: “Check workspace…” and “Repair” in the window, or “trailglass-cli doctor --repair”.</numerusform>
            <numerusform>The search signatures of %Ln blocks of events are damaged, the first from row %1 on. Results are complete, but searches are slower. To rebuild them: “Check workspace…” and “Repair” in the window, or “trailglass-cli doctor --repair”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Searches may miss texts in %Ln block(s) of events, the first from row %1 on, because their search signatures are incomplete. To rebuild them: “Check workspace…” and “Repair” in the window, or “trailglass-cli doctor --repair”.</source>
        <translation>
            <numerusform>Searches may miss texts in %Ln block of events, from row %1 on, because its search signatures are incomplete. To rebuild them: “Check workspace…” and “Repair” in the window, or “trailglass-cli doctor --repair”.</numerusform>
            <numerusform>Searches may miss texts in %Ln blocks of events, the first from row %1 on, because their search signatures are incomplete. To rebuild them: “Check workspace…” and “Repair” in the window, or “trailglass-cli doctor --repair”.</numerusform>
        </translation>
    </message>
    <message>
        <source>The name “%1” belongs to the kept events of a removed %2 source. Choose another name, add the source again as %2, or delete those events: “Delete events…” in the window, or “trailglass-cli source remove %1 --purge”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace&apos;s database could not be used: %1. “Check workspace…” in the window, or “trailglass-cli doctor”, says whether it is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace&apos;s database is damaged: table %1 contains an invalid value in column %2. “Check workspace…” in the window, or “trailglass-cli doctor”, says what is affected. If you have a copy of trailglass.sqlite, restore it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace&apos;s database is damaged. “Check workspace…” in the window, or “trailglass-cli doctor”, says what is affected. Restore a copy of trailglass.sqlite, or move the file away and sync again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) of fields are not as they were stored. To restore those that can be read from the JSON of the events: “Check workspace…” and “Repair” in the window, or “trailglass-cli doctor --repair”.</source>
        <translation>
            <numerusform>%Ln text of a field is not as it was stored. To restore it, if it can be read from the JSON of the events: “Check workspace…” and “Repair” in the window, or “trailglass-cli doctor --repair”.</numerusform>
            <numerusform>%Ln texts of fields are not as they were stored. To restore those that can be read from the JSON of the events: “Check workspace…” and “Repair” in the window, or “trailglass-cli doctor --repair”.</numerusform>
        </translation>
    </message>
    <message>
        <source>The import is running. What it has stored is kept, however it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sync is running. What it has stored is kept, however it ends; a time counts as synced as soon as all of it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last complete sync: none yet. Until one has ended, events may be missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last complete sync: ended %1. It has fetched what the vendor had by its start, which was not noted; the next one fetches what came later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last complete sync: started %1, ended %2. It has fetched what the vendor had by its start; the next one fetches what came later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key in the keychain was entered for another address and is not sent to %1. If the address is right, enter the key again: “Open archive…” in the window, or “trailglass-cli archive login”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace was in %1 when it was set to be pushed after each sync, and is not pushed from here. To push it from here again: “Push after syncs…” in the window, or “trailglass-cli archive push %2 --after-sync on”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The workspace is as it was stored: all of its %Ln leaves (events, and records of coverage, reviews and the like) have the hashes that were noted.</source>
        <translation>
            <numerusform>The workspace is as it was stored: its %Ln leaf (an event, or a record of coverage, a review or the like) has the hash that was noted.</numerusform>
            <numerusform>The workspace is as it was stored: all of its %Ln leaves (events, and records of coverage, reviews and the like) have the hashes that were noted.</numerusform>
        </translation>
    </message>
    <message>
        <source>All events around this &amp;time, ±5 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All events with the sa&amp;me actor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All events with t&amp;he same actor id, e-mail or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All events with the same tar&amp;get</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;ll events with the same target name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All events with the same co&amp;rrelation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all fields and the JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) in events.csv</source>
        <translation>
            <numerusform>%Ln column in events.csv</numerusform>
            <numerusform>%Ln columns in events.csv</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, newest first</source>
        <comment>a time to sort by</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, oldest first</source>
        <comment>a time to sort by</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, descending</source>
        <comment>what to sort by</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, ascending</source>
        <comment>what to sort by</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what a filter may consist of, with examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last event was at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the colour of the mark: red, orange, yellow, green, blue or purple</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ArchiveController</name>
    <message>
        <source>What is shown was read at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no events in the archive yet. “Push after syncs…” in the window of a workspace, or “trailglass-cli archive push”, brings them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ArchiveDialog</name>
    <message>
        <source>Open archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to the archive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push into an archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is pushed into this archive now, and after each of its syncs once that has gone through. The user needs the right to insert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last known state of the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ArchiveFactList</name>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what a fact is, its value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <comment>a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ArchiveForm</name>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password of the user at the server. Leave it empty if it is in the keychain, or if the user has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address of the archive, with the user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As its administrator gives it: https://user@host:8443/database.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ArchiveOpener</name>
    <message>
        <source>Last known state, read on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No events can be shown until the archive is available again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ArchiveTaskController</name>
    <message>
        <source>%1 % compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An archive is compared with a workspace: open one that pushes into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources are claimed for a workspace: open the one that is to push them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what the archive holds…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is what the archive %1 holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting the events of each batch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing the archive with this workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace has no source that it could claim.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claiming the source…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source belongs to another workspace. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating the archive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking the key out of the keychain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. What was done until then stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of the user “%1” at %2 is not in the keychain any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ArchiveTaskDialog</name>
    <message>
        <source>Manage archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what the archive holds, and which workspaces push into it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chec&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts the events of each batch in the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compares counts and hashes of every batch with this workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;laim a source…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a source of the archive belong to this workspace, which then pushes its events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;reate archive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creates the database and its tables; what is there already stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the key of the user out of the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found in the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Status” shows what the archive holds, “Check” whether its batches are whole, “Verify” whether they are what this workspace pushed. None of these changes anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the task on the archive</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::BundleController</name>
    <message>
        <source>%1 (evidence bundle)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An evidence bundle is shown as it is: nothing in it can be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quarantine.ndjson of the bundle lists the quarantined rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle was verified when it was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report is made of the workspace that the bundle is from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This evidence bundle is verified, and signed by the key that you gave. It is shown read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This evidence bundle is verified: it was not changed since it was signed. Whose key signed it is not verified. It is shown read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archives are managed in the window of a workspace or of an archive.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::BundleDialog</name>
    <message>
        <source>Evidence bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was &amp;checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the &amp;bundle says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the bundle says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::BundleOpener</name>
    <message>
        <source>Verifying the events: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the events: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::BundleOptions</name>
    <message>
        <source>Note in the bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a re&amp;port as PDF and HTML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verify the workspace first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads every event, which can take minutes. Only then the bundle can state that no other event of the workspace matches the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts, histogram, the first events in order, marked events with notes, and coverage gaps of the filter&apos;s whole result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle holds all fields and the JSON of each event. “Columns” and “CSV” above are about events.csv, a file in it. The bundle is signed with the key of the workspace: its recipient can verify, without Trailglass, that nothing in it was changed since.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::BundleRunner</name>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ChangeDelegate</name>
    <message>
        <source>Not all of it is shown. Open in a window has all.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ChangesModel</name>
    <message numerus="yes">
        <source>%Ln unchanged</source>
        <comment>members, elements or lines that are not shown</comment>
        <translation>
            <numerusform>%Ln unchanged</numerusform>
            <numerusform>%Ln unchanged</numerusform>
        </translation>
    </message>
    <message>
        <source>Event</source>
        <comment>heading of two compared events</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>names of the members with the value before and the one after</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>place in the JSON, names of members</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ChangesView</name>
    <message>
        <source>&amp;Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unchanged values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of this event that was searched holds no values before and after a change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event holds no values before and after a change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some values are too large to compare in detail; they are shown as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event is too large: not all of it was searched for changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds no values before and after a change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More rows are not shown. Open a value in a window to see all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the changes of the event again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::CheckpointService</name>
    <message>
        <source>The signing key %1 was kept for a single session, which has ended, so a new key was made that it has not signed. Earlier checkpoints can be verified all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Use another key…” in the window, or “trailglass-cli checkpoint key set”, says where the signing key is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a keychain the signing key is lost when the program ends. What it has signed can be verified all the same, but later bundles have another key. To sign with a key that stays, choose one first: “Checkpoints and key…” in the menu Evidence, then “Use another key…”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ClaimDialog</name>
    <message>
        <source>Claim a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In an archive a source, by its name, belongs to the workspace that pushed it first. A source that this workspace claims belongs to it, and the next push brings its events. Where it belongs to another workspace, you are asked before anything is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Source of this workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;laim</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ColourRulesDialog</name>
    <message>
        <source>&amp;Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour rules, in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event gets the colour of the first rule that matches it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colour:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (ignored)</source>
        <comment>a colour rule whose filter is broken</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rule from the current fil&amp;ter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There can be no more than %1 colour rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds a rule that colours the events of the current filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional; a rule without a name shows its filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ColumnController</name>
    <message>
        <source>“raw” cannot be sorted. Add a path as a column, such as @details.new_value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort &amp;ascending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort &amp;descending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide this column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset column widths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default co&amp;lumns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add t&amp;o sort order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit column to its content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unfreeze columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze columns &amp;up to this one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ColumnsDialog</name>
    <message>
        <source>Move &amp;up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns, in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;JSON path:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::CompareController</name>
    <message>
        <source>Both events were removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the two events was removed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ComparisonChoice</name>
    <message>
        <source>Compare the two selecte&amp;d events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the remembere&amp;d event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event is remembered. Choose another one and press %1 to compare them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare events si&amp;de by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two events are compared at a time. Select two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the remembered event. Choose another one and press %1 to compare them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a second event to compare with this one, or remember this one with %1 and choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the two events to compare.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::CompletionModel</name>
    <message>
        <source>%1, events: %2</source>
        <comment>accessible text of a value</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::CompletionPopup</name>
    <message>
        <source>Completions of the filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ConnectionTest</name>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version does not support sources of type %1. Update Trailglass.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::CoverageDialog</name>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intervals of each source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source, interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the coverage…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no sources yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>start and end of an interval</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginning – %1</source>
        <comment>end of an interval</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps: %1</source>
        <comment>number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier intervals: %1</source>
        <comment>number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events of an interval that is not synced may be missing. Imported events do not count as synced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::CreateArchiveDialog</name>
    <message>
        <source>The cluster has &amp;Keeper or ZooKeeper: make replicated tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database and its tables are created; what is there already stays. The user needs the right to create databases and tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the cl&amp;uster (leave empty for a single server)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;reate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::DetailFetch</name>
    <message>
        <source>Sources of type %1 have no more to say about an event.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::DetailModel</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <comment>that made a version</comment>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3, %4</source>
        <comment>row of what the vendor has beside an event: kind, time, action, actor</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not readable as an event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::DetailService</name>
    <message>
        <source>Sources of type %1 have no more to say about an event.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::DetailView</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this eve&amp;nt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what the version changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces the filter with one for this event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions and events of the vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;py JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching from the vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch from %1</source>
        <comment>a vendor</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may have more about this event.</source>
        <comment>a vendor</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetched %1: nothing related to this event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetched %1; %2 has more.</source>
        <comment>time, vendor</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetched %1</source>
        <comment>time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version of %1</source>
        <comment>time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1</source>
        <comment>its id</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event %1</source>
        <comment>its id</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not readable as an event</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ElidedLabel</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::EventComparisonDialog</name>
    <message>
        <source>Compare events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the events…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing the events…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two events cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is stored of one of them is not JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two events are equal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their JSON has the same members with the same values.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::EventHeader</name>
    <message>
        <source>%1&#x2002;(%2)</source>
        <comment>time in the display zone, in UTC</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actor not named</source>
        <comment>in place of the actor of an event</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the current result</source>
        <comment>an event</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::EventTable</name>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::EventTableModel</name>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(removed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column, cell</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::EventsView</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) copied.</source>
        <translation>
            <numerusform>%Ln row copied.</numerusform>
            <numerusform>%Ln rows copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) that look like formulas were prefixed with &apos;.</source>
        <translation>
            <numerusform>%Ln cell that looks like a formula was prefixed with &apos;.</numerusform>
            <numerusform>%Ln cells that look like formulas were prefixed with &apos;.</numerusform>
        </translation>
    </message>
    <message>
        <source>The filter cannot run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The events cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the events…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event matches this filter. Broaden it, or clear it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %1 of %2 events are shown. Narrow the filter to see the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln new event(s)</source>
        <translation>
            <numerusform>%Ln new event</numerusform>
            <numerusform>%Ln new events</numerusform>
        </translation>
    </message>
    <message>
        <source>The events have changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows are too many for the clipboard (maximum: %2). Export them to a file instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the rows to copy first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted by %1, rows appear only after the whole search. Newest first, they appear at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort newest first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::EvidenceController</name>
    <message>
        <source>The public key is in %1. Give it to those who verify.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. The workspace was not verified.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::EvidenceDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a checkpoint &amp;after each sync that has stored something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the hash tree…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the public key, for those who verify checkpoints and bundles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the public key to a PEM file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chooses the file that checkpoints are appended to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints are kept in the workspace only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever can rewrite the workspace must not be able to rewrite the witness file: choose one on another machine, in a shared folder or in a git work tree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Witness file:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make checkpoint now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs the tree as it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verify workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The events are not hashed yet. The next sync, import or checkpoint does it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <comment>root of a hash tree</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. Nothing proves what was stored before the first checkpoint that somebody else keeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no key of the workspace has signed it. Verify the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. The first checkpoint makes one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <comment>public key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, made %2, kept in: %3</source>
        <comment>number of a key, time, place</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <comment>witness file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the public key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Witness file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A checkpoint is being written, or the key changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H&amp;istory…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows all keys and checkpoints of the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, of %Ln leaves; added since: %2.</source>
        <comment>time, numbers of leaves</comment>
        <translation>
            <numerusform>%1, of %Ln leaf; added since: %2.</numerusform>
            <numerusform>%1, of %Ln leaves; added since: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, of all %Ln leaves.</source>
        <comment>time, number of leaves</comment>
        <translation>
            <numerusform>%1, of the only leaf.</numerusform>
            <numerusform>%1, of all %Ln leaves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hashing what was stored before: %1 of %2 row(s)</source>
        <translation>
            <numerusform>Hashing what was stored before: %1 of %2 row</numerusform>
            <numerusform>Hashing what was stored before: %1 of %2 rows</numerusform>
        </translation>
    </message>
    <message>
        <source>Leaves: %1 (all events, and records of coverage, reviews, marks and keys)</source>
        <comment>of a hash tree</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::EvidenceHistoryDialog</name>
    <message>
        <source>Keys and checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no checkpoints yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check&amp;points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ExportController</name>
    <message>
        <source>Exported to %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ExportDialog</name>
    <message>
        <source>Export events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ExportFile</name>
    <message>
        <source>Output file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specify a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder. Specify a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of this name already exists in %1. It is replaced only when the new one is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ExportOptions</name>
    <message>
        <source>CSV – for spreadsheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NDJSON – one JSON object per line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of the table (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All fields and the JSON (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefixes cells that look like formulas with &apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &amp;selection: nothing is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence bundle (ZIP) – can be verified by its recipient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence bundle (ZIP) – of a workspace only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence bundles are exported from a workspace: it has the hash tree and the key that prove the events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note is too long. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escape for&amp;mulas</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The whole &amp;result: %1 row(s)</source>
        <translation>
            <numerusform>The whole &amp;result: %1 row</numerusform>
            <numerusform>The whole &amp;result: %1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The &amp;selection: %1 row(s)</source>
        <translation>
            <numerusform>The &amp;selection: %1 row</numerusform>
            <numerusform>The &amp;selection: %1 rows</numerusform>
        </translation>
    </message>
    <message>
        <source>Write a &amp;byte order mark (Excel needs it for non-English letters)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default columns of an export (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it some spreadsheets do not read a CSV file as UTF-8. Other programs may take it for a part of the first heading.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ExportSession</name>
    <message>
        <source>No program opens the folder %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::FacetChooser</name>
    <message>
        <source>Add filter group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>title, name of a field</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field or JSON path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields and JSON paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Field or JSON path:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the JSON paths of recent events…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::FacetDelegate</name>
    <message>
        <source>Only this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclude this value (Alt+click)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::FacetGroup</name>
    <message>
        <source>Show &amp;ranges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear %1</source>
        <comment>field</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::FacetHeading</name>
    <message>
        <source>%1 included, %2 excluded</source>
        <comment>numbers of values</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 included</source>
        <comment>number of values</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 excluded</source>
        <comment>number of values</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, how many values are chosen</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expanded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counting…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::FacetRanges</name>
    <message>
        <source>Ranges of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>least value, greatest value</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::FacetRowMenu</name>
    <message>
        <source>Clear %1</source>
        <comment>field</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::FacetValues</name>
    <message>
        <source>Search values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the values of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many different values to list. Type one into the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show %1 more</source>
        <comment>number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, command</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 most frequent values.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::FieldDelegate</name>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no value)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::FieldNote</name>
    <message>
        <source>Current value: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::FieldsView</name>
    <message>
        <source>Fields of the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>E&amp;mpty fields (%Ln)</source>
        <translation>
            <numerusform>E&amp;mpty fields (%Ln)</numerusform>
            <numerusform>E&amp;mpty fields (%Ln)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trailglass::FilterGuideDialog</name>
    <message>
        <source>Nothing here has this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter or field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use this filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::FilterPane</name>
    <message>
        <source>Clear filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add group…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::FindBar</name>
    <message>
        <source>Find in the columns shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searches all of each event, not the visible columns alone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::FindController</name>
    <message>
        <source>Sorted by time to go there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The current event is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest event is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no %1 on that day: the clocks go forward.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::FirstRunPage</name>
    <message>
        <source>Workspace folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect Asana, Secoda, Datafold, Paradime or Nected with your own credentials, and sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore demo data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search, inspect and export the audit logs of your SaaS vendors in one place, offline, for as long as you keep them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three months of a fictional company at five vendors, with an incident to find. Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events are stored on this computer only. Credentials are kept in your desktop&apos;s keychain or, where there is none, until the window closes; never in the database.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::GoToTimeDialog</name>
    <message>
        <source>Go to time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is in another order. It is sorted by time to go there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sort and go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A date, a time, yesterday, or -2h for two hours ago. A time alone is on the day of the current event, or of the newest one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::HistogramChart</name>
    <message>
        <source>Histogram of events over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a bar, or drag over several, to see their time alone. Ctrl and the wheel zoom.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::HistogramLegend</name>
    <message>
        <source>not synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legend of the histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legend of the histogram: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows only events with “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>synced, a strip for each source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>synced</source>
        <comment>time</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::HistogramMenu</name>
    <message>
        <source>&amp;Zoom to this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy this time as a filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::HistogramView</name>
    <message>
        <source>Reading the events…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour bars by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous time range (Backspace)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous time range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the histogram (Ctrl+H)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By actor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::HttpJob</name>
    <message>
        <source>Refusing to connect to %1: use https; http is allowed for localhost only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The response from %1 exceeds the limit of %2. Use a shorter time range or a narrower scope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 did not complete its response within %Ln minute(s). Try again later.</source>
        <translation>
            <numerusform>%1 did not complete its response within %Ln minute. Try again later.</numerusform>
            <numerusform>%1 did not complete its response within %Ln minutes. Try again later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sent nothing for %Ln second(s). Try again later.</source>
        <translation>
            <numerusform>%1 sent nothing for %Ln second. Try again later.</numerusform>
            <numerusform>%1 sent nothing for %Ln seconds. Try again later.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trailglass::ImportDialog</name>
    <message>
        <source>&amp;Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose f&amp;older…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detect from the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file holds JSON of the vendor: API responses, arrays or events, one per line or one after the other, also in records of Splunk and Elastic. It may be packed with gzip, zstd or ZIP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON, packed or not (*.json *.ndjson *.jsonl *.log *.txt *.gz *.zst *.zip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::InspectorController</name>
    <message>
        <source>This event was removed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::InspectorPane</name>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the event&apos;s JSON exactly as received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the event…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an event to see its fields and its JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Related</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::JsonTreeModel</name>
    <message>
        <source>%1: %2</source>
        <comment>row of a JSON tree: name, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::JsonTreeView</name>
    <message>
        <source>JSON of the event</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::JsonView</name>
    <message>
        <source>Find in the JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in names and values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1/%L2+</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1/%L2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expand a&amp;ll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ollapse all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::KeyActions</name>
    <message>
        <source>&amp;Rotate key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use another key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is &amp;lost…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names a private file or a variable with a key, or keeps the present key in the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a new key without the signature of the present one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is in a file or a variable of yours: put a new one into another place, and use that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a new key, which the present one signs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::KeyPlaceDialog</name>
    <message>
        <source>The present key moves into the keychain, and stays what it is. If there is none yet, a new one is made there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file that only you can read, with 32 random bytes in base64: “openssl rand -base64 32” makes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A variable that is set where Trailglass is started, with 32 random bytes in base64: “openssl rand -base64 32” makes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The present key is &amp;lost: another one goes without its signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is being changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place of the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kept in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name or path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trailglass reads the key from there each time it signs, and stores no copy of it. If it is another key than the present one, the present one signs it, and then leaves the keychain. Earlier checkpoints are verified with the key that has signed them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/path/to/a/file readable only by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VARIABLE_NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path of the file with the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the variable with the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File with the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the absolute path of the file, or choose the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the name of a variable: letters, digits and _, not starting with a digit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::MainWindow</name>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main tool bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trailglass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Trailglass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status bar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::MarkChoice</name>
    <message>
        <source>Mar&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write a note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write a note on the current event only…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::MarkController</name>
    <message>
        <source>Select the events to mark first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events are too many to mark at once (maximum: %2). Select fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The events could not be read. Mark them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These events were removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) marked.</source>
        <translation>
            <numerusform>%Ln event marked.</numerusform>
            <numerusform>%Ln events marked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The marks of %Ln event(s) were removed.</source>
        <translation>
            <numerusform>The mark of %Ln event was removed.</numerusform>
            <numerusform>The marks of %Ln events were removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trailglass::MarkGutter</name>
    <message>
        <source>Marks and notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::MessageStrip</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::NewEventsPill</name>
    <message>
        <source>%1 ▸</source>
        <comment>leads to the new events</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the new events (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::NoteEditor</name>
    <message>
        <source>%1 of %2 characters: shorten the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 characters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::OpenBundleDialog</name>
    <message>
        <source>Bro&amp;wse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B&amp;rowse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle is being verified and opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open evidence bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence bundles (*.zip);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public keys (*.pem);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public key of whoever signed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the key, or a PEM file; optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle is verified first, then shown read-only. With a key that you have from elsewhere, it must be signed by that key; without one, whose key it is remains open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public &amp;key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verify and open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle does not verify, and is not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong with it:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::PagedText</name>
    <message>
        <source>Previous part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part %L1 · %2 in total</source>
        <comment>of a long text: number of the part, size of the text</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::PlaceFinder</name>
    <message>
        <source>More than %1 rows. Filter for it instead.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::PresetController</name>
    <message>
        <source>The preset “%1” is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The presets are in %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::PresetDialog</name>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No presets yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the current filter from the Presets menu, or import a preset file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Update to current filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These presets refer to it and cannot run without it: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the preset “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces the preset&apos;s filter, columns and order, and its colour rules where it has any, with those of the window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::PresetFacts</name>
    <message>
        <source>Filter of the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(every event)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(unchanged)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>names of colour rules</comment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>names of colour rules; a problem</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::PresetMenu</name>
    <message>
        <source>&amp;Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save filter as preset…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Manage presets…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import presets…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export presets…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No presets yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Update “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces “%1” with the current filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;hared in the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top sharing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No presets are shared yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Share one of your own presets: choose it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Share “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts it into the archive, for all who read that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shared presets could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::PresetNameDialog</name>
    <message>
        <source>Save filter as preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A preset with this name already exists. Saving replaces it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usable in filters as preset:name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the &amp;colour rules of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applying the preset then replaces the colour rules of the table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ProgressRow</name>
    <message>
        <source>S&amp;top</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::PushController</name>
    <message>
        <source>Pushing the workspace into its archives…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to the archive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From now on this workspace is pushed into %1 after each sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace is no longer pushed into %1 after syncs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 row(s) pushed</source>
        <translation>
            <numerusform>%1 of %2 row pushed</numerusform>
            <numerusform>%1 of %2 rows pushed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %3 row(s) pushed</source>
        <comment>archive, numbers</comment>
        <translation>
            <numerusform>%1: %2 of %3 row pushed</numerusform>
            <numerusform>%1: %2 of %3 rows pushed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trailglass::PushDialog</name>
    <message>
        <source>Events are being pushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pushes the workspace into another archive, and after each sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Push now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer pushes the workspace into this archive; what was pushed stays there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push after syncs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading which archives this workspace is pushed into…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archives that the workspace is pushed into after each sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace is not pushed into any archive. Add one to have it pushed there now and after each sync, also after a scheduled one and those of trailglass-cli.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pushes the workspace into all these archives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Manage…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what this archive holds, checks it and claims sources of it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::QuarantineContentView</name>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both versions have the same members with the same values; only their bytes differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received %1, from: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has %1 bytes, of which the first ones are kept, and cannot be read again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::QuarantineController</name>
    <message>
        <source>Rows written: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::QuarantineDialog</name>
    <message>
        <source>Progress of the retry or export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarantined rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads the listed rows again, and stores the events that this version can read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the listed rows with their bytes to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quarantined rows cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the quarantined rows…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is quarantined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row that was received could be read, and no event came again with different content. Rows of which this is not so are kept and listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the quarantined rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NDJSON (*.ndjson)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows done: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::QuarantineModel</name>
    <message>
        <source>%1, %2, %3. %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::QueryBar</name>
    <message>
        <source>Searching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recent filters. Press Enter to add the current one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 event(s)</source>
        <translation>
            <numerusform>%1 of %2 event</numerusform>
            <numerusform>%1 of %2 events</numerusform>
        </translation>
    </message>
    <message>
        <source>Still shown: all events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still shown: %1</source>
        <comment>a filter</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::QueryCompleter</name>
    <message numerus="yes">
        <source>From a sample of %Ln event(s); there may be more.</source>
        <translation>
            <numerusform>From a sample of %Ln event; there may be more.</numerusform>
            <numerusform>From a sample of %Ln events; there may be more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trailglass::QueryEdit</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent filters (Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter events: actor:~ann op:delete created:-7d, or any text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::RawView</name>
    <message>
        <source>Shows the JSON indented, one value per line, instead of as received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ormat JSON</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::RecordFieldsModel</name>
    <message>
        <source>%1: %2</source>
        <comment>row of fields: name, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no value)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::RelatedModel</name>
    <message>
        <source>Same actor, ±%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same actor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>row of related events: relation, value, count</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>…</source>
        <comment>a count that is not known yet</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Related by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same actor name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <comment>bars of events over time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen in this event alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not seen before this event, last seen %1.</source>
        <comment>time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First seen %1, last seen %2.</source>
        <comment>times</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>row of related events, since when</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same id, e-mail or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same target name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events whose actor has the same id within the source, the same e-mail address or the same name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events whose target has the same id within the source; the same name where this event names no id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events whose target has the same name within the source.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::RelatedView</name>
    <message>
        <source>&amp;Show these events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Related events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces the filter with one for the events of the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits the current result to the events of the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add to filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::RemarksBar</name>
    <message>
        <source>Only events with &amp;this mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stores the note; the event itself is not changed (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgets what was typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <comment>a note</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save no&amp;te</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;iscard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <comment>button with the colours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Note on this event only, of %Ln selected</source>
        <translation>
            <numerusform>Note on this event only, of %Ln selected</numerusform>
            <numerusform>Note on this event only, of %Ln selected</numerusform>
        </translation>
    </message>
    <message>
        <source>Note on this event</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ReportController</name>
    <message>
        <source>No program opens the folder %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: %1 (events: %2, marked: %3)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ReportDialog</name>
    <message>
        <source>&amp;PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;HTML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report on the events of the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write &amp;report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For &amp;bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence bundle that the report is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ZIP file whose hash the report states; optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ch&amp;oose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence bundles (*.zip);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tit&amp;le</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ResultController</name>
    <message>
        <source>%1 · previous result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching… %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · events are missing</source>
        <comment>the number of events found</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Searching… %Ln event(s) so far · %1 %</source>
        <translation>
            <numerusform>Searching… %Ln event so far · %1 %</numerusform>
            <numerusform>Searching… %Ln events so far · %1 %</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 event(s)</source>
        <translation>
            <numerusform>%1 of %2 event</numerusform>
            <numerusform>%1 of %2 events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trailglass::ReviewController</name>
    <message>
        <source>%1 new since %2, %3</source>
        <comment>number of events, time, reviewer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as reviewed. No event was new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln new event(s) marked as reviewed.</source>
        <translation>
            <numerusform>%Ln new event marked as reviewed.</numerusform>
            <numerusform>%Ln new events marked as reviewed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trailglass::ReviewDialog</name>
    <message>
        <source>Note for the review log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting the new events…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These events have not been reviewed before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed last: %1.</source>
        <comment>a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events that are shown now are not new afterwards; is:new finds those that arrive from then on. The review log keeps it, and nothing in the log can be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mark as reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event is new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) are new.</source>
        <translation>
            <numerusform>%Ln event is new.</numerusform>
            <numerusform>%Ln events are new.</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter: none, all events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewer: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ReviewLogDialog</name>
    <message>
        <source>Review log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the review log…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries of the review log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter and note of the entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was reviewed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Mark as reviewed” notes who has looked at which events, and when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older entries: trailglass-cli review log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: all events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The review log cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::RowCopier</name>
    <message>
        <source>These rows are too large for the clipboard. Export them to a file instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows could not be read. Copy them again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::RunTableModel</name>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error, warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>header and cell of a table</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::RunsView</name>
    <message>
        <source>Details of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Syncs and imports of the source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ScheduleController</name>
    <message>
        <source>The scheduled sync waits, and tries again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ScheduleEditor</name>
    <message>
        <source>By &amp;interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also when the workspace is &amp;opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By &amp;hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync by interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes between two syncs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync also when the workspace is opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %1 minutes</source>
        <comment>how often a source is synced; %1 is an input field</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::Screenshot</name>
    <message>
        <source>The picture could not be written, because the system starts no more threads. End other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be written in time. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window did not finish loading in time. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ScrollPlace</name>
    <message>
        <source>Row %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>time, number of a row</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SecretEditor</name>
    <message>
        <source>%1 (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep in the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the keychain – type to replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept for this session – type to replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/path/to/a/file readable only by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VARIABLE_NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the absolute path of the file, or choose the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the name of a variable: letters, digits and _, not starting with a digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path of the file with: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variable with: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File with the credential</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SessionSecretStore</name>
    <message>
        <source>This secret was entered for a single session, which has ended. Enter it again, or keep it in the keychain, a variable (env:VARIABLE) or a private file (file:PATH).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SettingEditor</name>
    <message>
        <source>%1 (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required. %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SharedPresetController</name>
    <message>
        <source>The preset “%1” is shared already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is another shared preset “%1”. Replace it for everybody?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset “%1” is shared now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the preset “%1” out of the archive, for everybody?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop sharing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ShortcutsDialog</name>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions for a cell, value or field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left, Right, Home, End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+, -</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the filter to recent filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show completions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the completion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move between bars; with Shift, extend the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in or out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous time range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a term: go to the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a term: turn it on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a term: negate it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a term: edit it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a term: remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Home, Ctrl+End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the first or the last event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+click on a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by one more column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move through groups and values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse or expand a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include a value, or take it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Space, -</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclude a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the values of a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Up, Alt+Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select no event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter, Shift+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While finding: go to the next or the previous row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While finding: go back to the events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a tab: show the one beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the search of the JSON: next or previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the search of the JSON: go to its values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in or out at the pointer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SortHeader</name>
    <message>
        <source>%1 · %2</source>
        <comment>column, place among the sort keys</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SourceChip</name>
    <message>
        <source>%1: %2, needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SourceDialog</name>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetches one page with these settings; nothing is stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving. The keychain may ask for its password; to cancel, refuse the request there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a source: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it for this session only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SourceForm</name>
    <message>
        <source>A name for this source, for example %1-team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restrict what is fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While this window is open. It belongs to your settings and is not stored in the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SourcePopover</name>
    <message>
        <source>Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarantine…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SourceRun</name>
    <message>
        <source>Storing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %Ln page(s), the limit of one sync; the next sync continues from here.</source>
        <translation>
            <numerusform>Stopped after %Ln page, the limit of one sync; the next sync continues from here.</numerusform>
            <numerusform>Stopped after %Ln pages, the limit of one sync; the next sync continues from here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rate limited; resuming in %Ln second(s)</source>
        <translation>
            <numerusform>Rate limited; resuming in %Ln second</numerusform>
            <numerusform>Rate limited; resuming in %Ln seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) could not be read and were quarantined unchanged. First error: %1</source>
        <translation>
            <numerusform>%Ln event could not be read and was quarantined unchanged. Error: %1</numerusform>
            <numerusform>%Ln events could not be read and were quarantined unchanged. First error: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retrying in %Ln second(s): %1</source>
        <comment>the reason follows</comment>
        <translation>
            <numerusform>Retrying in %Ln second: %1</numerusform>
            <numerusform>Retrying in %Ln seconds: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>This version does not support sources of type %1. Update Trailglass.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SourceSecrets</name>
    <message>
        <source>If the address of the source is right, enter the secret again: edit the source in the window, or use “trailglass-cli source set” with --secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was entered for %1 and is not sent to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was saved by an earlier version without the address it was entered for, and is not sent to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This secret is kept in a variable or file. Change it there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SourceService</name>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source is not in this workspace any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SourceStorage</name>
    <message>
        <source>The previous credential could not be restored. Enter it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source is saved, but a credential that it does not use any more may still be in the keychain. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source and its events are removed, but its credential may still be in a keychain. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source is removed and its events are kept, but its credential may still be in the keychain. %1 Remove the source again to try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SourceStrip</name>
    <message>
        <source>Shows the sources and why they failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows all sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln source(s) failed</source>
        <translation>
            <numerusform>%1 of %Ln source failed</numerusform>
            <numerusform>%1 of %Ln sources failed</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ▸</source>
        <comment>leads to the sources</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>this many more</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln more source(s)</source>
        <translation>
            <numerusform>%Ln more source</numerusform>
            <numerusform>%Ln more sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trailglass::SourceTableModel</name>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by hand</source>
        <comment>how a source is synced</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled sync is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next sync: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %3, %Ln event(s)</source>
        <translation>
            <numerusform>%1, %2, %3, %Ln event</numerusform>
            <numerusform>%1, %2, %3, %Ln events</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress or error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SourceTypePage</name>
    <message>
        <source>Choose a source type</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SourcesController</name>
    <message>
        <source>Cancel the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting the events of %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a source type that this version does not support. Update Trailglass.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SourcesPane</name>
    <message>
        <source>No sources yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a source to fetch its audit log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change settings and credentials of this source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch one page; nothing is stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch new events of this source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch new events of all sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the sync; events already fetched are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this source, with or without its events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add another source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch everything again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch all events of this source again; deletes nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync from…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the events of this source again from a time on; deletes nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show which times of this source were fetched completely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the events again (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the events again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete events…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the events of this removed source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarantine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the rows of this source that are not stored as events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row of this source is quarantined</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SyncController</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no source to sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s) could not be synced. See their rows for details.</source>
        <translation>
            <numerusform>%Ln source could not be synced. See its row for details.</numerusform>
            <numerusform>%Ln sources could not be synced. See their rows for details.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pushes…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SyncFromDialog</name>
    <message>
        <source>Sync from a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the events of “%1” again from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sync</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SyncRun</name>
    <message>
        <source>There are no sources to sync. Add one: trailglass-cli source add TYPE NAME …</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %3 event(s), %4 new · %5</source>
        <translation>
            <numerusform>%1: %2 of %3 event, %4 new · %5</numerusform>
            <numerusform>%1: %2 of %3 events, %4 new · %5</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln event(s), %2 new · %3</source>
        <translation>
            <numerusform>%1: %Ln event, %2 new · %3</numerusform>
            <numerusform>%1: %Ln events, %2 new · %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trailglass::SyncRunner</name>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace was in %1 when its checkpoints after syncs were set. To have them here, set them again: “Checkpoints and key…” in the window, or “trailglass-cli checkpoint after-sync on”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::SyncWatch</name>
    <message>
        <source>There are no sources left to sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next sync: %1. Press Ctrl+C to end.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::TableFinder</name>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found in the visible columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>In the visible columns: %Ln row(s)</source>
        <translation>
            <numerusform>In the visible columns: %Ln row</numerusform>
            <numerusform>In the visible columns: %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 row(s)</source>
        <comment>the number of a row that has a text</comment>
        <translation>
            <numerusform>%1 of %2 row</numerusform>
            <numerusform>%1 of %2 rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trailglass::TableMenu</name>
    <message>
        <source>Ta&amp;ble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Relative: 3 hours ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colour rules…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the &amp;second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the &amp;millisecond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the mi&amp;crosecond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Local time (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Other time zone…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row &amp;height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;omfortable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::TermBar</name>
    <message>
        <source>Terms of the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>terms of the filter that have no room</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More terms of the filter: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I&amp;nclude what matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xclude what matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn &amp;off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn &amp;on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::TermChip</name>
    <message>
        <source>not</source>
        <comment>before a term of the filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter term: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space turns it on and off, Enter edits it, - negates it, Delete removes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to edit. The mark turns the term off, Alt+click negates it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turned off. Click the mark to turn it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands for: %1</source>
        <comment>the filter of a preset</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands for: %1. Space turns it on and off, Enter edits it, - negates it, Delete removes it</source>
        <comment>the filter of a preset</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::TextViewer</name>
    <message>
        <source>Whole value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::TimeGroup</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the time range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets the beginning and the end of the time range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::TimeSpanPopup</name>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To (inclusive)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::UnsyncedPage</name>
    <message>
        <source>Syncing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first events appear here as they arrive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every source of this workspace was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s) added. Sync to fetch the events.</source>
        <translation>
            <numerusform>%Ln source added. Sync to fetch the events.</numerusform>
            <numerusform>%Ln sources added. Sync to fetch the events.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s) failed. The Sources page says why.</source>
        <translation>
            <numerusform>%Ln source failed. The Sources page says why.</numerusform>
            <numerusform>%Ln sources failed. The Sources page says why.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sync failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sync is complete, and there were no events in the time that was requested.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::UpgradeController</name>
    <message>
        <source>The workspace was upgraded. A copy of it as it was is beside it: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace was made by an earlier version of Trailglass. Before the first change it is upgraded, and a copy of it (%1) is kept beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrading the workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrading the workspace: %1 of %2 copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace was upgraded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The upgrade of this workspace was interrupted. It goes on before the next change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Upgrading the workspace: %1 of %2 event(s) hashed</source>
        <translation>
            <numerusform>Upgrading the workspace: %1 of %2 event hashed</numerusform>
            <numerusform>Upgrading the workspace: %1 of %2 events hashed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trailglass::ValueActions</name>
    <message>
        <source>Open in a &amp;window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add as filter &amp;group</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::VerdictList</name>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::VerifyDialog</name>
    <message>
        <source>The verification is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Witness file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compares with the checkpoints of a file that was kept elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying the workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No witness file is compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with %1.</source>
        <comment>a file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Witness file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events, records and checkpoints are compared with the hashes. The fields that are shown, the index and what is searched are not compared with the JSON of the events, which takes several times as long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hashes only (faster)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as text…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::WindowCommands</name>
    <message>
        <source>Syncing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Trailglass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trailglass %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit logs of Asana, Secoda, Datafold, Paradime and Nected, kept locally. MIT licence, Trailglass authors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Syncing: %Ln event(s), %1 new</source>
        <translation>
            <numerusform>Syncing: %Ln event, %1 new</numerusform>
            <numerusform>Syncing: %Ln events, %1 new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trailglass::WorkspaceCheckDialog</name>
    <message>
        <source>The check is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results of the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rebuilds from the JSON of the events what can be rebuilt; deletes no events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies a report for a bug report: versions, sizes and counts, without names, secrets or events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the workspace…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::WorkspaceDoctor</name>
    <message>
        <source>Rebuilding what is damaged…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the keychain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::WorkspaceErrors</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::WorkspaceSwitcher</name>
    <message>
        <source>Open workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “%1” does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sync is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel sync and open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no workspace in “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you open the folder, one is created there when a source is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This archive is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is cancelled when another workspace or archive is opened. Events already fetched are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep syncing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::WorkspaceVerifier</name>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::WorkspaceWindow</name>
    <message>
        <source>Demo data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room for the demo data: %1. Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::WrappedLabel</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trailglass::ZoneDialog</name>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search time zones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search: Berlin, America, UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone for displayed times and for times in filters:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports always use UTC.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
