// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/exporting/exportdialog.h"

#include "views/common/dialogheight.h"
#include "views/common/formlabels.h"
#include "views/common/plaintext.h"
#include "views/common/progressrow.h"
#include "views/common/scrolledrows.h"
#include "views/common/spacing.h"
#include "views/common/typescale.h"
#include "views/common/wrappedlabel.h"
#include "views/exporting/exportfile.h"
#include "views/exporting/exporttext.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxSummaryLines = 3;
constexpr int MaxGapLines = 6;

QString suffixOf(ExportChoice::Format format)
{
    switch (format) {
    case ExportChoice::Format::Csv:
        return u"csv"_s;
    case ExportChoice::Format::Ndjson:
        return u"ndjson"_s;
    case ExportChoice::Format::Bundle:
        break;
    }
    return u"zip"_s;
}

} // namespace

ExportDialog::ExportDialog(ExportOffer offer, const QString &folder, QWidget *parent)
    : QDialog(parent)
    , m_hasSurvey(offer.hasSurvey)
    , m_options(new ExportOptions(std::move(offer)))
    , m_optionRows(new ScrolledRows(m_options))
    , m_file(new ExportFile(folder))
    , m_strip(new MessageStrip)
    , m_warning(new MessageStrip)
    , m_summary(new WrappedLabel(MaxSummaryLines))
    , m_gaps(new WrappedLabel(MaxGapLines))
    , m_limits(new WrappedLabel(MaxGapLines))
    , m_progress(new ProgressRow(u"export"_s, tr("Progress of the export")))
{
    setObjectName("exportDialog"_L1);
    setWindowTitle(tr("Export events"));
    m_file->setSuffix(suffixOf(m_options->format()));
    build();
    listen();
}

void ExportDialog::build()
{
    m_summary->setObjectName("exportSummary"_L1);
    m_summary->setFont(textFont(TextStyle::Strong, font()));
    m_gaps->setObjectName("exportGaps"_L1);
    m_gaps->hide();
    m_limits->setObjectName("exportLimits"_L1);
    m_limits->hide();
    m_warning->setObjectName("exportWarning"_L1);

    auto *fileRow = new QFormLayout;
    fileRow->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *fileLabel = new QLabel(tr("F&ile"));
    fileLabel->setBuddy(m_file->focusProxy()); // a label passes by what does not take the keyboard itself
    fileRow->addRow(fileLabel, m_file);
    auto *buttons = new QDialogButtonBox;
    m_export = buttons->addButton(tr("&Export"), QDialogButtonBox::ApplyRole);
    m_export->setObjectName("exportButton"_L1);
    m_close = buttons->addButton(QDialogButtonBox::Close);
    m_close->setObjectName("exportClose"_L1);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Spacing::Wide);
    layout->addWidget(m_strip);
    layout->addWidget(m_warning);
    layout->addWidget(m_optionRows);
    layout->addLayout(fileRow);
    layout->addWidget(m_summary);
    layout->addWidget(m_gaps);
    layout->addWidget(m_limits);
    layout->addWidget(m_progress);
    layout->addStretch();
    layout->addWidget(buttons);
    alignFormLabels(*this);
    m_export->setDefault(true); // only now: outside a dialog it says nothing
    resize(560, sizeHint().height());
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ExportDialog::listen()
{
    connect(m_options, &ExportOptions::changed, this, &ExportDialog::survey);
    connect(m_options, &ExportOptions::formatChanged, this, &ExportDialog::showFormat);
    connect(m_warning, &MessageStrip::dismissed, this, [this] { m_bundleWarning.clear(); });
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::startOrAsk);
    connect(m_progress, &ProgressRow::stopped, this, &ExportDialog::cancelRequested);
    connect(m_strip, &MessageStrip::acted, this,
            [this] { Q_EMIT openFolderRequested(QFileInfo(m_writing).absolutePath()); });
}

void ExportDialog::showFormat()
{
    m_file->setSuffix(suffixOf(m_options->format()));
    showWarning();
    if (isBundle() && !std::exchange(m_wasBundleChosen, true))
        Q_EMIT bundleChosen();
}

void ExportDialog::showBundleWarning(const QString &sentence)
{
    m_bundleWarning = sentence;
    showWarning();
}

void ExportDialog::showWarning()
{
    if (isBundle() && !m_bundleWarning.isEmpty())
        m_warning->show(MessageStrip::Kind::Warning, m_bundleWarning);
    else
        m_warning->hide();
    grow();
}

bool ExportDialog::isBundle() const
{
    return m_options->format() == ExportChoice::Format::Bundle;
}

QString ExportDialog::summaryOf(const ExportFigures &figures) const
{
    return isBundle() ? ExportText::bundleSummary(figures) : ExportText::summary(figures);
}

void ExportDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (!m_surveyed)
        survey();
}

void ExportDialog::survey()
{
    m_surveyed = true;
    m_strip->hide();
    m_gaps->hide();
    m_limits->hide();
    if (!m_hasSurvey) {
        m_counted = ExportText::uncounted(m_options->rowCount());
        PlainText::show(m_summary, m_counted);
        end();
        return;
    }
    begin(Work::Surveying);
    PlainText::show(m_summary, tr("Counting…"));
    Q_EMIT surveyRequested(m_options->choice());
}

void ExportDialog::startOrAsk()
{
    if (const QString problem = m_options->problem(); !problem.isEmpty()) {
        tell(MessageStrip::Kind::Error, problem);
        return;
    }
    m_file->askOrWrite([this] { write(); },
                       [this](const QString &why) { tell(MessageStrip::Kind::Error, why); });
}

void ExportDialog::write()
{
    m_strip->hide();
    m_writing = m_file->fileName();
    begin(Work::Writing);
    Q_EMIT exportRequested(m_options->choice(), m_writing);
}

void ExportDialog::begin(Work work)
{
    m_work = work;
    m_progress->begin();
    m_progress->setPart(0);
    m_export->setEnabled(false);
    m_options->setEnabled(work != Work::Writing);
    m_file->setEnabled(work != Work::Writing);
}

void ExportDialog::end()
{
    m_work = Work::None;
    m_progress->end();
    m_export->setEnabled(m_options->rowCount() > 0);
    m_options->setEnabled(true);
    m_file->setEnabled(true);
}

void ExportDialog::showProgress(qint64 rows)
{
    if (m_work == Work::Writing)
        PlainText::show(m_summary, m_counted); // in place of what was done before
    const qint64 total = std::max<qint64>(1, m_options->rowCount());
    m_progress->setPart(static_cast<double>(rows) / static_cast<double>(total));
}

void ExportDialog::showActivity(const QString &sentence)
{
    m_progress->setPart({});
    PlainText::show(m_summary, sentence);
}

void ExportDialog::showSurvey(const ExportFigures &figures)
{
    end();
    m_counted = summaryOf(figures);
    PlainText::show(m_summary, m_counted);
    showGaps(figures);
    showLimits(figures.limits);
}

void ExportDialog::showGaps(const ExportFigures &figures)
{
    QStringList sentences{figures.missing, ExportText::gaps(figures.gaps)};
    sentences.removeAll({});
    PlainText::show(m_gaps, sentences.join(u' '));
    m_gaps->setVisible(!sentences.isEmpty());
    grow();
}

void ExportDialog::showLimits(const QStringList &limits)
{
    PlainText::show(m_limits, limits.join(u' '));
    m_limits->setVisible(!limits.isEmpty());
    grow();
}

void ExportDialog::grow()
{
    // Layouts do not make a window grow for a text that takes more lines; what stands below would be squeezed. What is
    // more than the screen has is taken from the options, which are scrolled then.
    m_optionRows->updateGeometry();
    growToTexts(*this);
}

void ExportDialog::showFailure(const Error &error)
{
    const Work ended = m_work;
    end();
    if (ended == Work::Surveying)
        m_counted = ExportText::uncounted(m_options->rowCount());
    PlainText::show(m_summary, m_counted);
    if (error.kind != ErrorKind::Cancelled)
        tell(MessageStrip::Kind::Error, error.message);
    else if (ended == Work::Writing)
        tell(MessageStrip::Kind::Information, tr("Stopped. No file was written."));
}

void ExportDialog::showWritten(const ExportFigures &figures)
{
    showSurvey(figures);
    tell(MessageStrip::Kind::Information,
         tr("Exported %1 (%2)").arg(QFileInfo(m_writing).fileName(), summaryOf(figures)), tr("Open folder"));
    m_close->setFocus();
}

void ExportDialog::showProblem(const QString &sentence)
{
    tell(MessageStrip::Kind::Error, sentence);
}

void ExportDialog::tell(MessageStrip::Kind kind, const QString &text, const QString &action)
{
    m_strip->show(kind, text, action);
    grow();
}

void ExportDialog::done(int result)
{
    if (isBusy())
        Q_EMIT cancelRequested();
    QDialog::done(result);
}

} // namespace Trailglass

#include "moc_exportdialog.cpp"
