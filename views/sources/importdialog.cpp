// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/importdialog.h"

#include "models/core/text.h"
#include "views/common/elidedlabel.h"
#include "views/common/messagestrip.h"
#include "views/common/plaintext.h"
#include "views/common/progressrow.h"
#include "views/common/spacing.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

ImportDialog::ImportDialog(const QList<SourceRow> &sources, const QString &chosen, QWidget *parent)
    : QDialog(parent)
    , m_strip(new MessageStrip)
    , m_source(new QComboBox)
    , m_list(new QListWidget)
    , m_choose(new QPushButton(tr("&Choose…")))
    , m_chooseFolder(new QPushButton(tr("Choose f&older…")))
    , m_activity(new ElidedLabel)
    , m_progress(new ProgressRow(u"import"_s, tr("Progress of the import")))
{
    setObjectName("importDialog"_L1);
    setWindowTitle(tr("Import events"));
    m_source->addItem(tr("Detect from the files"), QString());
    for (const SourceRow &source : sources) {
        m_source->addItem(tr("%1 (%2)").arg(visibleText(source.name), visibleText(source.displayName)),
                          source.name);
    }
    m_source->setCurrentIndex(std::max(0, m_source->findData(chosen)));
    build();
    setFiles({});
}

void ImportDialog::build()
{
    m_source->setObjectName("importSource"_L1);
    // A name must not make the dialog wider.
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setObjectName("importFiles"_L1);
    m_list->setAccessibleName(tr("Files"));
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_choose->setObjectName("importChoose"_L1);
    m_choose->setAutoDefault(false);
    m_chooseFolder->setObjectName("importChooseFolder"_L1);
    m_chooseFolder->setAutoDefault(false);
    m_activity->setObjectName("importActivity"_L1);
    m_activity->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto *hint = new QLabel(
        tr("A file holds JSON of the vendor: API responses, arrays or events, one per line or one after the "
           "other, also in records of Splunk and Elastic. It may be packed with gzip, zstd or ZIP."));
    hint->setWordWrap(true);
    auto *sourceLabel = new QLabel(tr("&Source"));
    sourceLabel->setBuddy(m_source);
    auto *filesLabel = new QLabel(tr("&Files"));
    filesLabel->setBuddy(m_choose);
    auto *files = new QHBoxLayout;
    auto *choices = new QVBoxLayout;
    choices->addWidget(m_choose);
    choices->addWidget(m_chooseFolder);
    choices->addStretch();
    files->addWidget(m_list, 1);
    files->addLayout(choices);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(sourceLabel, m_source);
    form->addRow(filesLabel, files);
    auto *buttons = new QDialogButtonBox;
    m_import = buttons->addButton(tr("&Import"), QDialogButtonBox::ApplyRole);
    m_import->setObjectName("importButton"_L1);
    QPushButton *close = buttons->addButton(QDialogButtonBox::Close);
    close->setObjectName("importClose"_L1);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Spacing::Wide);
    layout->addWidget(m_strip);
    layout->addWidget(hint);
    layout->addLayout(form, 1);
    layout->addWidget(m_activity);
    layout->addWidget(m_progress);
    layout->addWidget(buttons);
    m_import->setDefault(true);
    resize(560, 360);
    connect(m_choose, &QPushButton::clicked, this, &ImportDialog::askForFiles);
    connect(m_chooseFolder, &QPushButton::clicked, this, &ImportDialog::askForFolder);
    connect(m_progress, &ProgressRow::stopped, this, &ImportDialog::cancelRequested);
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ImportDialog::askForFiles()
{
    auto *dialog = new QFileDialog(this, tr("Choose files"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("JSON, packed or not (*.json *.ndjson *.jsonl *.log *.txt *.gz *.zst *.zip)"),
                            tr("All files (*)")});
    openFileDialog(dialog);
}

void ImportDialog::askForFolder()
{
    auto *dialog = new QFileDialog(this, tr("Choose a folder"));
    dialog->setFileMode(QFileDialog::Directory);
    openFileDialog(dialog);
}

void ImportDialog::openFileDialog(QFileDialog *dialog)
{
    dialog->setObjectName("importFileDialog"_L1);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filesSelected, this, &ImportDialog::setFiles);
    dialog->open();
}

void ImportDialog::setFiles(const QStringList &fileNames)
{
    m_files = fileNames;
    m_list->clear();
    for (const QString &name : fileNames) {
        auto *item = new QListWidgetItem(visibleText(name), m_list);
        item->setToolTip(PlainText::toolTip(name));
    }
    m_import->setEnabled(!m_files.isEmpty());
}

void ImportDialog::start()
{
    m_strip->hide();
    setBusy(true);
    m_progress->begin();
    m_activity->show(tr("Opening the workspace…"));
    Q_EMIT importRequested(m_source->currentData().toString(), m_files);
}

void ImportDialog::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    m_source->setEnabled(!isBusy);
    m_choose->setEnabled(!isBusy);
    m_chooseFolder->setEnabled(!isBusy);
    m_import->setEnabled(!isBusy && !m_files.isEmpty());
}

void ImportDialog::showProgress(const QString &text, std::optional<double> part)
{
    m_activity->show(text);
    m_progress->setPart(part);
}

void ImportDialog::showEnd()
{
    setBusy(false);
    m_progress->end();
    m_activity->show({});
}

void ImportDialog::done(int result)
{
    if (isBusy())
        Q_EMIT cancelRequested();
    QDialog::done(result);
}

} // namespace Trailglass

#include "moc_importdialog.cpp"
