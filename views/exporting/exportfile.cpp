// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/exporting/exportfile.h"

#include "views/common/plaintext.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

bool takesFiles(const QString &folder)
{
    const QFileInfo place(folder);
    return !folder.isEmpty() && place.isDir() && place.isWritable();
}

/// The first folder that is there and takes files.
QString usableFolder(const QString &wanted)
{
    const auto standard = &QStandardPaths::writableLocation;
    const QStringList folders{wanted, standard(QStandardPaths::DocumentsLocation),
                              standard(QStandardPaths::DownloadLocation), QDir::homePath()};
    const auto found = std::ranges::find_if(folders, takesFiles);
    return found != folders.end() ? *found : QDir::tempPath();
}

} // namespace

ExportFile::ExportFile(const QString &folder, QWidget *parent, const QString &name)
    : QWidget(parent)
    , m_folder(usableFolder(folder))
    , m_name(new QLineEdit)
{
    m_name->setObjectName("exportFile"_L1);
    m_name->setAccessibleName(tr("Output file"));
    m_name->setText(QDir(m_folder).filePath(name));
    auto *look = new QPushButton(tr("Bro&wse…"));
    look->setObjectName("exportBrowse"_L1);
    look->setAutoDefault(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_name, 1);
    layout->addWidget(look);
    setFocusProxy(m_name);
    connect(look, &QPushButton::clicked, this, &ExportFile::browse);
}

QString ExportFile::fileName() const
{
    const QString name = m_name->text().trimmed();
    return name.isEmpty() ? QString() : QDir::cleanPath(QDir(m_folder).absoluteFilePath(name));
}

/// Why nothing can be written there, as far as the name tells; empty: nothing speaks against it.
QString ExportFile::problem() const
{
    const QString name = fileName();
    if (name.isEmpty())
        return tr("Specify a file.");
    return QFileInfo(name).isDir() ? tr("%1 is a folder. Specify a file in it.").arg(name) : QString();
}

void ExportFile::askOrWrite(const std::function<void()> &write,
                            const std::function<void(const QString &why)> &refuse)
{
    if (const QString why = problem(); !why.isEmpty()) {
        refuse(why);
        setFocus();
        return;
    }
    const QFileInfo file(fileName());
    if (!file.exists()) {
        write();
        return;
    }
    QMessageBox *box = PlainText::question(
        window(), tr("Replace file"), tr("Replace %1?").arg(file.fileName()),
        tr("A file of this name already exists in %1. It is replaced only when the new one is complete.")
            .arg(file.path()));
    box->setObjectName("replaceQuestion"_L1);
    QPushButton *go = box->addButton(tr("&Replace"), QMessageBox::DestructiveRole);
    go->setObjectName("confirm"_L1);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(go, &QPushButton::clicked, this, [write] { write(); });
    box->open();
}

void ExportFile::setSuffix(const QString &suffix)
{
    QString name = m_name->text();
    if (!m_suffix.isEmpty() && name.endsWith(u'.' + m_suffix, Qt::CaseInsensitive))
        name.chop(m_suffix.size() + 1);
    if (QFileInfo(name).suffix().isEmpty() && !name.isEmpty() && !name.endsWith(u'/'))
        name += u'.' + suffix;
    m_suffix = suffix;
    m_name->setText(name);
}

void ExportFile::browse()
{
    auto *dialog = new QFileDialog(this, tr("Export to"));
    dialog->setObjectName("exportFileDialog"_L1);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    // Asked in one place, when the export begins: a name can be typed here as well.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->setDefaultSuffix(m_suffix);
    dialog->selectFile(fileName());
    connect(dialog, &QFileDialog::fileSelected, m_name, &QLineEdit::setText);
    dialog->open();
}

} // namespace Trailglass

#include "moc_exportfile.cpp"
