// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/exporting/exportoptions.h"

#include "models/core/countargument.h"
#include "models/core/text.h"
#include "views/exporting/bundleoptions.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLocale>
#include <QRadioButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <iterator>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

enum class Choice
{
    Shown,
    Default,
    All
};

QString counted(qint64 number)
{
    return QLocale().toString(number);
}

std::vector<Column> allColumns()
{
    std::vector<Column> columns;
    for (const Field field : allFields())
        columns.push_back({field, std::string(name(field))});
    return columns;
}

} // namespace

ExportOptions::ExportOptions(ExportOffer offer, QWidget *parent)
    : QWidget(parent)
    , m_offer(std::move(offer))
    , m_result(new QRadioButton)
    , m_selection(new QRadioButton)
    , m_format(new QComboBox)
    , m_columns(new QComboBox)
    , m_guard(new QCheckBox(tr("Escape for&mulas")))
    , m_mark(new QCheckBox(tr("Write a &byte order mark (Excel needs it for non-English letters)")))
    , m_bundle(new BundleOptions(m_offer.caseLimit, m_offer.noteLimit))
{
    buildFormats();
    m_columns->setObjectName("exportColumns"_L1);
    if (!m_offer.shownColumns.empty()) {
        m_columns->addItem(tr("Columns of the table (%1)").arg(counted(std::ssize(m_offer.shownColumns))),
                           static_cast<int>(Choice::Shown));
    }
    m_columns->addItem(tr("Default columns of an export (%1)").arg(counted(std::ssize(defaultColumns()))),
                       static_cast<int>(Choice::Default));
    m_columns->addItem(tr("All fields and the JSON (%1)").arg(counted(std::ssize(allColumns()))),
                       static_cast<int>(Choice::All));
    m_guard->setObjectName("exportGuard"_L1);
    m_guard->setChecked(true);
    m_guard->setToolTip(tr("Prefixes cells that look like formulas with '"));
    m_mark->setObjectName("exportMark"_L1);
    m_mark->setChecked(m_offer.byteOrderMark);
    m_mark->setToolTip(
        tr("Without it some spreadsheets do not read a CSV file as UTF-8. Other programs may take "
           "it for a part of the first heading."));

    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Events"), buildRows());
    form->addRow(tr("&Format"), m_format);
    form->addRow(tr("&Columns"), m_columns);
    form->addRow(tr("CSV"), m_guard);
    form->addRow(QString(), m_mark);
    form->addRow(m_bundle);
    m_bundle->hide();

    connect(m_result, &QRadioButton::toggled, this, &ExportOptions::changed);
    connect(m_columns, &QComboBox::currentIndexChanged, this, &ExportOptions::changed);
    connect(m_guard, &QCheckBox::toggled, this, &ExportOptions::changed);
    connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
        showFormat();
        Q_EMIT formatChanged();
        Q_EMIT changed();
    });
}

void ExportOptions::buildFormats()
{
    m_format->setObjectName("exportFormat"_L1);
    m_format->addItem(tr("CSV – for spreadsheets"), static_cast<int>(ExportChoice::Format::Csv));
    m_format->addItem(tr("NDJSON – one JSON object per line"),
                      static_cast<int>(ExportChoice::Format::Ndjson));
    m_format->addItem(m_offer.hasBundles ? tr("Evidence bundle (ZIP) – can be verified by its recipient")
                                         : tr("Evidence bundle (ZIP) – of a workspace only"),
                      static_cast<int>(ExportChoice::Format::Bundle));
    if (!m_offer.hasBundles)
        disableBundles();
}

/// In sight all the same: whoever looks for bundles here reads where they are made.
void ExportOptions::disableBundles()
{
    const QString reason = tr("Evidence bundles are exported from a workspace: it has the hash tree and the "
                              "key that prove the events.");
    const int row = m_format->findData(static_cast<int>(ExportChoice::Format::Bundle));
    auto *items = qobject_cast<QStandardItemModel *>(m_format->model());
    QStandardItem *item = items->item(row);
    item->setEnabled(false);
    item->setToolTip(reason);
    item->setAccessibleDescription(reason);
}

void ExportOptions::showFormat()
{
    m_guard->setEnabled(format() != ExportChoice::Format::Ndjson);
    m_mark->setEnabled(format() == ExportChoice::Format::Csv);
    m_bundle->setVisible(format() == ExportChoice::Format::Bundle);
}

QString ExportOptions::problem() const
{
    const bool isTooLong = format() == ExportChoice::Format::Bundle && m_bundle->isNoteTooLong();
    return isTooLong ? tr("The note is too long. Shorten it.") : QString();
}

QWidget *ExportOptions::buildRows()
{
    m_result->setObjectName("exportResult"_L1);
    m_selection->setObjectName("exportSelection"_L1);
    m_result->setText(tr("The whole &result: %1 row(s)", nullptr, countArgument(m_offer.resultRows))
                          .arg(counted(m_offer.resultRows)));
    m_selection->setText(m_offer.selectedRows == 0
                             ? tr("The &selection: nothing is selected")
                             : tr("The &selection: %1 row(s)", nullptr, countArgument(m_offer.selectedRows))
                                   .arg(counted(m_offer.selectedRows)));
    m_selection->setEnabled(m_offer.selectedRows > 0);
    // One selected row is where the reader is, not a choice of what to hand on.
    (m_offer.selectedRows > 1 ? m_selection : m_result)->setChecked(true);
    auto *rows = new QWidget;
    auto *layout = new QVBoxLayout(rows);
    layout->setContentsMargins({});
    layout->addWidget(m_result);
    layout->addWidget(m_selection);
    return rows;
}

qint64 ExportOptions::rowCount() const
{
    return m_selection->isChecked() ? m_offer.selectedRows : m_offer.resultRows;
}

ExportChoice::Format ExportOptions::format() const
{
    return static_cast<ExportChoice::Format>(m_format->currentData().toInt());
}

std::vector<Column> ExportOptions::columns() const
{
    switch (static_cast<Choice>(m_columns->currentData().toInt())) {
    case Choice::Shown:
        return m_offer.shownColumns;
    case Choice::Default:
        return defaultColumns();
    case Choice::All:
        break;
    }
    // Without columns NDJSON is whole records, as `trailglass-cli export` writes them.
    return format() == ExportChoice::Format::Ndjson ? std::vector<Column>() : allColumns();
}

ExportChoice ExportOptions::choice() const
{
    return {.rows = m_selection->isChecked() ? ExportChoice::Rows::Selection : ExportChoice::Rows::Result,
            .format = format(),
            .columns = columns(),
            .formulaGuard = m_guard->isChecked(),
            .byteOrderMark = m_mark->isChecked(),
            .caseText = m_bundle->caseText(),
            .note = m_bundle->note(),
            .hasReport = m_bundle->hasReport(),
            .verifiesWorkspace = m_bundle->verifiesWorkspace()};
}

} // namespace Trailglass

#include "moc_exportoptions.cpp"
