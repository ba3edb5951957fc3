// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/quarantinedialog.h"

#include "models/core/text.h"
#include "views/common/emptystate.h"
#include "views/common/messagestrip.h"
#include "views/common/progressrow.h"
#include "views/common/rowlist.h"
#include "views/common/spacing.h"
#include "views/sources/quarantinecontentview.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

QuarantineDialog::QuarantineDialog(const QStringList &sources, const QString &chosen, const QTimeZone &zone,
                                   QWidget *parent)
    : QDialog(parent)
    , m_strip(new MessageStrip)
    , m_source(new QComboBox)
    , m_model(new QuarantineModel(zone, this))
    , m_table(new QTableView)
    , m_content(new QuarantineContentView(zone))
    , m_empty(new EmptyState)
    , m_pages(new QStackedWidget)
    , m_progress(new ProgressRow(u"quarantine"_s, tr("Progress of the retry or export")))
{
    setObjectName("quarantineDialog"_L1);
    setWindowTitle(tr("Quarantine"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_source->addItem(tr("All sources"), QString());
    for (const QString &source : sources)
        m_source->addItem(visibleText(source), source);
    m_source->setCurrentIndex(std::max(0, m_source->findData(chosen)));
    makeTable();
    build();
    connect(m_source, &QComboBox::currentIndexChanged, this, &QuarantineDialog::reload);
    connect(m_model, &QuarantineModel::moreRequested, this, &QuarantineDialog::moreRequested);
    connect(m_progress, &ProgressRow::stopped, this, &QuarantineDialog::cancelRequested);
    updateButtons();
}

void QuarantineDialog::makeTable()
{
    m_table->setObjectName("quarantineTable"_L1);
    m_table->setAccessibleName(tr("Quarantined rows"));
    m_table->setModel(m_model);
    setUpRowList(*m_table);
    const QFontMetrics metrics(font());
    QHeaderView *header = m_table->horizontalHeader();
    const int widths[] = {13, 16, 24, 30, 10}; // in digits, by column; the last column gets the rest
    for (int column = 0; column < QuarantineModel::ReasonColumn; ++column)
        header->resizeSection(column, widths[column] * metrics.horizontalAdvance(u'0') + 2 * Spacing::Normal);
    header->setStretchLastSection(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &QuarantineDialog::showCurrent);
}

void QuarantineDialog::build()
{
    m_source->setObjectName("quarantineSource"_L1);
    m_empty->setObjectName("quarantineState"_L1);
    // A name must not make the dialog wider.
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *label = new QLabel(tr("&Source"));
    label->setBuddy(m_source);
    auto *head = new QHBoxLayout;
    head->addWidget(label);
    head->addWidget(m_source, 1);

    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_content);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(splitter);

    auto *buttons = new QDialogButtonBox;
    const auto add = [buttons](const QString &text, const QString &name, const QString &tip) {
        QPushButton *button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setObjectName(name);
        button->setToolTip(tip);
        button->setAutoDefault(false);
        return button;
    };
    m_retry = add(tr("&Retry"), u"quarantineRetry"_s,
                  tr("Reads the listed rows again, and stores the events that this version can read"));
    m_export =
        add(tr("&Export…"), u"quarantineExport"_s, tr("Writes the listed rows with their bytes to a file"));
    buttons->addButton(QDialogButtonBox::Close)->setObjectName("quarantineClose"_L1);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Spacing::Normal);
    layout->addLayout(head);
    layout->addWidget(m_strip);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_progress);
    layout->addWidget(buttons);
    resize(900, 600);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        beginWork();
        Q_EMIT retryRequested(source());
    });
    connect(m_export, &QPushButton::clicked, this, &QuarantineDialog::askForFile);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QString QuarantineDialog::source() const
{
    return m_source->currentData().toString();
}

void QuarantineDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (!std::exchange(m_wasShown, true))
        reload();
}

void QuarantineDialog::reload()
{
    m_isListing = true;
    m_model->clear();
    m_content->clear();
    showState();
    Q_EMIT listRequested(source());
}

void QuarantineDialog::showRows(const std::vector<QuarantineRow> &rows, bool isLast)
{
    m_isListing = false;
    m_model->append(rows, isLast);
    showState();
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->selectRow(0);
}

void QuarantineDialog::showListFailure(const QString &sentence)
{
    m_isListing = false;
    if (m_model->rowCount() > 0)
        return m_strip->show(MessageStrip::Kind::Error, sentence);
    m_empty->show(Glyph::Warning, tr("The quarantined rows cannot be read"), sentence);
    m_pages->setCurrentIndex(0);
    updateButtons();
}

/// What stands in the place of an empty list.
void QuarantineDialog::showState()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_pages->setCurrentIndex(isEmpty ? 0 : 1);
    if (isEmpty && m_isListing) {
        m_empty->show(Glyph::Time, tr("Reading the quarantined rows…"), {});
    } else if (isEmpty) {
        m_empty->show(Glyph::Check, tr("Nothing is quarantined"),
                      tr("Every row that was received could be read, and no event came again with different "
                         "content. Rows of which this is not so are kept and listed here."));
    }
    updateButtons();
}

void QuarantineDialog::showCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    m_content->clear();
    if (current.isValid())
        Q_EMIT contentRequested(m_model->row(current).id);
}

void QuarantineDialog::showContent(const QuarantineContent &content)
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid() && m_model->row(current).id == content.row.id)
        m_content->showContent(content);
}

void QuarantineDialog::askForFile()
{
    auto *dialog = new QFileDialog(this, tr("Export the quarantined rows"));
    dialog->setObjectName("quarantineFileDialog"_L1);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"ndjson"_s);
    dialog->setNameFilters({tr("NDJSON (*.ndjson)"), tr("All files (*)")});
    dialog->selectFile(u"trailglass-quarantine.ndjson"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &fileName) {
        beginWork();
        Q_EMIT exportRequested(source(), fileName);
    });
    dialog->open();
}

void QuarantineDialog::beginWork()
{
    m_isBusy = true;
    m_strip->hide();
    m_progress->begin();
    updateButtons();
}

void QuarantineDialog::showProgress(qint64 rows)
{
    m_strip->showProgress(tr("Rows done: %1").arg(QLocale().toString(rows)));
}

void QuarantineDialog::endWork()
{
    m_isBusy = false;
    m_progress->end();
    m_strip->hide();
    updateButtons();
}

void QuarantineDialog::updateButtons()
{
    const bool isReady = !m_isBusy && m_model->rowCount() > 0;
    m_source->setEnabled(!m_isBusy);
    m_retry->setEnabled(isReady);
    m_export->setEnabled(isReady);
}

void QuarantineDialog::done(int result)
{
    if (m_isBusy)
        Q_EMIT cancelRequested();
    QDialog::done(result);
}

} // namespace Trailglass

#include "moc_quarantinedialog.cpp"
