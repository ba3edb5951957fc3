// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/program.h"

#include "models/commandline/sharedoptions.h"
#include "models/core/translation.h"
#include "models/filter/languageguide.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

QList<CommandLine::GuideSectionSpecification> filterGuide()
{
    QList<CommandLine::GuideSectionSpecification> sections;
    for (const Filter::GuideSection &section : Filter::languageGuide()) {
        CommandLine::GuideSectionSpecification listed{section.title, {}};
        for (const Filter::GuideEntry &entry : section.entries)
            listed.entries.append({entry.term, entry.meaning});
        sections.append(listed);
    }
    return sections;
}

} // namespace

CommandLine::ProgramSpecification cliProgram(const QList<Command> &commands)
{
    CommandLine::ProgramSpecification program{
        .name = u"trailglass-cli"_s,
        .summary =
            Trailglass::tr("Audit logs of Asana, Secoda, Datafold, Paradime and Nected, kept locally."),
        .options = {CommandLine::workspaceOption(),
                    {u"json"_s,
                     {},
                     Trailglass::tr("print data, reports, notices and errors as JSON, one value per line")}},
        .commands = {},
        .notes = Trailglass::tr(
            "“trailglass-cli COMMAND --help” shows the options of a command. EXPR is a filter, for "
            "example\n"
            "  actor:ann@example.com -outcome:success created:-7d @details.role:admin\n"
            "“man trailglass-cli” lists under FILTERS what else a filter may consist of.\n"),
        .exitCodes = {{static_cast<int>(ExitCode::Done), Trailglass::tr("done")},
                      {static_cast<int>(ExitCode::Failed), Trailglass::tr("failed")},
                      {static_cast<int>(ExitCode::Usage), Trailglass::tr("wrong usage or filter")},
                      {static_cast<int>(ExitCode::Partial),
                       Trailglass::tr("partly done: a source failed, or events could not be read")},
                      {static_cast<int>(ExitCode::Interrupted), Trailglass::tr("interrupted")}},
        .filterGuide = filterGuide()};
    program.options += CommandLine::logOptions();
    for (const Command &command : commands)
        program.commands.append(command.specification);
    return program;
}

} // namespace Trailglass
