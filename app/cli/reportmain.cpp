// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT
//
// The command line once more, with what paints PDF files: `trailglass-cli report` goes on in this program, which nobody has
// to start by hand. docs/decisions/0044-reports.md has the reasons.

#include "app/cli/programrun.h"
#include "views/report/reportpdf.h"

#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>

int main(int argc, char *argv[])
{
    Trailglass::prepareProcess();
    QStringList words;
    for (int word = 1; word < argc; ++word)
        words.append(QString::fromLocal8Bit(argv[word]));

    qputenv("QT_QPA_PLATFORM", "offscreen"); // also where there is a display: nothing is shown
    // Qt looks into this folder at its start, and warns where a session has none, as under cron.
    const QTemporaryDir runtime;
    if (runtime.isValid())
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime.path()));

    int onlyName = 1; // the words are not for Qt, which has options of its own
    const QGuiApplication application(onlyName, argv);
    return Trailglass::runProgram(words, Trailglass::reportPdf);
}
