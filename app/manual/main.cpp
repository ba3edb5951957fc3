// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT
//
// Prints a manual page:
//   trailglass-manual PROGRAM < TEMPLATE > PAGE

#include "app/cli/program.h"
#include "app/trailglass/options.h"
#include "models/commandline/manualpage.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Trailglass;

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QString name = QCoreApplication::arguments().value(1);
    const QList<CommandLine::ProgramSpecification> programs{cliProgram(allCommands()), windowProgram()};
    const auto program = std::ranges::find(programs, name, &CommandLine::ProgramSpecification::name);
    QFile input;
    QFile output;
    if (program == programs.end() || !input.open(stdin, QIODevice::ReadOnly)
        || !output.open(stdout, QIODevice::WriteOnly)) {
        std::fputs("usage: trailglass-manual trailglass|trailglass-cli < TEMPLATE > PAGE\n", stderr);
        return 2;
    }
    const auto page =
        CommandLine::manualPage(input.readAll(), *program, QByteArrayLiteral(TRAILGLASS_VERSION),
                                QByteArrayLiteral(TRAILGLASS_RELEASE_DATE));
    if (!page) {
        std::fprintf(stderr, "trailglass-manual: %s\n", qPrintable(page.error().message));
        return 1;
    }
    return output.write(*page) == page->size() ? 0 : 1;
}
