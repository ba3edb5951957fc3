// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/fileimporter.h"

#include <QObject>
#include <QPointer>

namespace Trailglass {

class ImportDialog;
class MainWindow;
class SourceService;
class SourcesPane;

/// Opens the dialog that imports files into a source, and tells how an import ended.
/// \thread GUI
class ImportController : public QObject
{
    Q_OBJECT

public:
    /// All outlive the controller.
    struct Parts
    {
        SourceService &sources;
        const SourcesPane &pane; ///< its current source is offered first
        MainWindow &window;
    };
    ImportController(const QString &workspace, const Clock &clock, const Parts &parts,
                     QObject *parent = nullptr);

private:
    void openDialog();
    void showProgress(const ImportProgress &progress);
    void showImported(const FileImport &import);
    void showFailure(const Error &error);

    Parts m_parts;
    FileImporter m_importer;
    QPointer<ImportDialog> m_dialog;
};

/// How an import ended, for people: counts, then what could not be read.
[[nodiscard]] QString importSentence(const FileImport &import);

} // namespace Trailglass
