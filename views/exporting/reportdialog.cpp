// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/exporting/reportdialog.h"

#include "views/common/dialogheight.h"
#include "views/common/progressrow.h"
#include "views/common/spacing.h"
#include "views/exporting/exportfile.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxReportWords = 200; // characters of title and case; the report has the same limit
constexpr int ReportNoteLines = 4;

} // namespace

ReportDialog::ReportDialog(const QString &folder, QWidget *parent)
    : QDialog(parent)
    , m_title(new QLineEdit)
    , m_case(new QLineEdit)
    , m_note(new QPlainTextEdit)
    , m_bundle(new QLineEdit)
    , m_pdf(new QRadioButton(tr("&PDF")))
    , m_html(new QRadioButton(tr("&HTML")))
    , m_file(new ExportFile(folder, nullptr, u"trailglass-report"_s))
    , m_strip(new MessageStrip)
    , m_progress(new ProgressRow(u"report"_s, tr("Progress of the report")))
    , m_form(new QWidget)
    , m_folder(folder.isEmpty() ? QDir::homePath() : folder)
{
    setObjectName("reportDialog"_L1);
    setWindowTitle(tr("Report on the events of the filter"));
    m_pdf->setChecked(true);
    m_file->setSuffix(u"pdf"_s);
    build();
    listen();
}

void ReportDialog::build()
{
    m_title->setObjectName("reportTitle"_L1);
    m_title->setMaxLength(MaxReportWords);
    m_case->setObjectName("reportCase"_L1);
    m_case->setMaxLength(MaxReportWords);
    m_note->setObjectName("reportNote"_L1);
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(m_note->fontMetrics().lineSpacing() * ReportNoteLines + 2 * Spacing::Wide);
    m_pdf->setObjectName("reportPdf"_L1);
    m_html->setObjectName("reportHtml"_L1);

    auto *forms = new QHBoxLayout;
    forms->addWidget(m_pdf);
    forms->addWidget(m_html);
    forms->addStretch();
    auto *rows = new QFormLayout(m_form);
    rows->setContentsMargins({});
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    rows->addRow(tr("Tit&le"), m_title);
    rows->addRow(tr("&Case"), m_case);
    rows->addRow(tr("&Note"), m_note);
    auto *bundleLabel = new QLabel(tr("For &bundle"));
    bundleLabel->setBuddy(m_bundle);
    rows->addRow(bundleLabel, bundleRow());
    rows->addRow(tr("Format"), forms);
    auto *fileLabel = new QLabel(tr("F&ile"));
    fileLabel->setBuddy(m_file->focusProxy()); // a label passes by what does not take the keyboard itself
    rows->addRow(fileLabel, m_file);

    auto *buttons = new QDialogButtonBox;
    m_write = buttons->addButton(tr("Write &report"), QDialogButtonBox::ApplyRole);
    m_write->setObjectName("reportButton"_L1);
    m_close = buttons->addButton(QDialogButtonBox::Close);
    m_close->setObjectName("reportClose"_L1);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Spacing::Wide);
    layout->addWidget(m_strip);
    layout->addWidget(m_form);
    layout->addWidget(m_progress);
    layout->addStretch();
    layout->addWidget(buttons);
    m_write->setDefault(true); // only now: outside a dialog it says nothing
    m_title->setFocus();
    resize(560, sizeHint().height());
}

QWidget *ReportDialog::bundleRow()
{
    m_bundle->setObjectName("reportBundle"_L1);
    m_bundle->setAccessibleName(tr("Evidence bundle that the report is for"));
    m_bundle->setPlaceholderText(tr("A ZIP file whose hash the report states; optional"));
    auto *choose = new QPushButton(tr("Ch&oose…"));
    choose->setObjectName("reportBundleBrowse"_L1);
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &ReportDialog::browseBundle);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(m_bundle, 1);
    layout->addWidget(choose);
    return row;
}

void ReportDialog::browseBundle()
{
    auto *dialog =
        new QFileDialog(this, tr("Evidence bundle"), m_folder, tr("Evidence bundles (*.zip);;All files (*)"));
    dialog->setObjectName("reportBundleDialog"_L1);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_bundle, &QLineEdit::setText);
    dialog->open();
}

void ReportDialog::listen()
{
    connect(m_pdf, &QRadioButton::toggled, this,
            [this](bool isPdf) { m_file->setSuffix(isPdf ? u"pdf"_s : u"html"_s); });
    connect(m_write, &QPushButton::clicked, this, &ReportDialog::startOrAsk);
    connect(m_progress, &ProgressRow::stopped, this, &ReportDialog::cancelRequested);
    connect(m_strip, &MessageStrip::acted, this,
            [this] { Q_EMIT openFolderRequested(QFileInfo(m_writing).absolutePath()); });
}

ReportChoice ReportDialog::choice() const
{
    const QString bundle = m_bundle->text().trimmed();
    return {.title = m_title->text().trimmed(),
            .caseText = m_case->text().trimmed(),
            .note = m_note->toPlainText().trimmed(),
            .isPdf = m_pdf->isChecked(),
            .fileName = m_file->fileName(),
            .bundleFile =
                bundle.isEmpty() ? QString() : QDir::cleanPath(QDir(m_folder).absoluteFilePath(bundle))};
}

void ReportDialog::startOrAsk()
{
    m_file->askOrWrite([this] { start(); },
                       [this](const QString &why) { tell(MessageStrip::Kind::Error, why); });
}

void ReportDialog::start()
{
    m_strip->hide();
    m_writing = m_file->fileName();
    setBusy(true);
    Q_EMIT reportRequested(choice());
}

void ReportDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    m_form->setEnabled(!busy);
    m_write->setEnabled(!busy);
    if (busy) {
        m_progress->begin();
        m_progress->setPart({});
    } else {
        m_progress->end();
    }
}

void ReportDialog::showWritten(const QString &sentence)
{
    setBusy(false);
    tell(MessageStrip::Kind::Information, sentence, tr("Open folder"));
    m_close->setFocus();
}

void ReportDialog::showFailure(const Error &error)
{
    setBusy(false);
    if (error.kind == ErrorKind::Cancelled)
        tell(MessageStrip::Kind::Information, tr("Stopped. No file was written."));
    else
        tell(MessageStrip::Kind::Error, error.message);
}

void ReportDialog::showProblem(const QString &sentence)
{
    tell(MessageStrip::Kind::Error, sentence);
}

void ReportDialog::tell(MessageStrip::Kind kind, const QString &text, const QString &action)
{
    m_strip->show(kind, text, action);
    growToTexts(*this);
}

void ReportDialog::done(int result)
{
    if (m_isBusy)
        Q_EMIT cancelRequested();
    QDialog::done(result);
}

} // namespace Trailglass

#include "moc_reportdialog.cpp"
