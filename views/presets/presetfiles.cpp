// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/presets/presetfiles.h"

#include "models/core/translation.h"

#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace Trailglass::PresetFiles {

namespace {

void ask(QWidget *parent, const QString &title, QFileDialog::AcceptMode mode,
         std::function<void(const QString &fileName)> chosen)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setObjectName("presetFileDialog"_L1);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(mode);
    dialog->setNameFilters({Trailglass::tr("Presets (*.json)"), Trailglass::tr("All files (*)")});
    if (mode == QFileDialog::AcceptSave) {
        dialog->setDefaultSuffix(u"json"_s);
        dialog->selectFile(u"trailglass-presets.json"_s);
    } else {
        dialog->setFileMode(QFileDialog::ExistingFile);
    }
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog,
                     [chosen = std::move(chosen)](const QString &fileName) { chosen(fileName); });
    dialog->open();
}

} // namespace

void askForImport(QWidget *parent, std::function<void(const QString &fileName)> chosen)
{
    ask(parent, Trailglass::tr("Import presets"), QFileDialog::AcceptOpen, std::move(chosen));
}

void askForExport(QWidget *parent, std::function<void(const QString &fileName)> chosen)
{
    ask(parent, Trailglass::tr("Export presets"), QFileDialog::AcceptSave, std::move(chosen));
}

} // namespace Trailglass::PresetFiles
