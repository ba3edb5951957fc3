// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/exporting/exportoptions.h"

#include "models/core/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLocale>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

enum class Choice
{
    Shown,
    Default,
    All
};

QString counted(std::size_t number)
{
    return QLocale().toString(static_cast<qulonglong>(number));
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
    , m_shownColumns(std::move(offer.shownColumns))
    , m_wholeResult(std::move(offer.result))
    , m_selectedRows(std::move(offer.selection))
    , m_result(new QRadioButton)
    , m_selection(new QRadioButton)
    , m_format(new QComboBox)
    , m_columns(new QComboBox)
    , m_guard(new QCheckBox(tr("&Escape formulas")))
    , m_mark(new QCheckBox(tr("Write a &byte order mark")))
{
    m_format->setObjectName("exportFormat"_L1);
    m_format->addItem(tr("CSV – for spreadsheets"), static_cast<int>(ExportFormat::Csv));
    m_format->addItem(tr("NDJSON – one JSON object per line"), static_cast<int>(ExportFormat::Ndjson));
    m_columns->setObjectName("exportColumns"_L1);
    if (!m_shownColumns.empty()) {
        m_columns->addItem(tr("Columns of the table (%1)").arg(counted(m_shownColumns.size())),
                           static_cast<int>(Choice::Shown));
    }
    m_columns->addItem(tr("Default columns (%1)").arg(counted(defaultColumns().size())),
                       static_cast<int>(Choice::Default));
    m_columns->addItem(tr("All fields and the JSON (%1)").arg(counted(allColumns().size())),
                       static_cast<int>(Choice::All));
    m_guard->setObjectName("exportGuard"_L1);
    m_guard->setChecked(true);
    m_guard->setToolTip(tr("Prefixes cells that look like formulas with '"));
    m_mark->setObjectName("exportMark"_L1);
    m_mark->setToolTip(tr("Some spreadsheets require it to read a CSV file as UTF-8"));

    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Events"), buildRows());
    form->addRow(tr("&Format"), m_format);
    form->addRow(tr("&Columns"), m_columns);
    form->addRow(tr("CSV"), m_guard);
    form->addRow(QString(), m_mark);

    connect(m_result, &QRadioButton::toggled, this, &ExportOptions::changed);
    connect(m_columns, &QComboBox::currentIndexChanged, this, &ExportOptions::changed);
    connect(m_guard, &QCheckBox::toggled, this, &ExportOptions::changed);
    connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
        m_guard->setEnabled(format() == ExportFormat::Csv);
        m_mark->setEnabled(format() == ExportFormat::Csv);
        Q_EMIT formatChanged();
        Q_EMIT changed();
    });
}

QWidget *ExportOptions::buildRows()
{
    m_result->setObjectName("exportResult"_L1);
    m_selection->setObjectName("exportSelection"_L1);
    m_result->setText(tr("The whole &result: %1 rows").arg(counted(m_wholeResult->size())));
    m_selection->setText(m_selectedRows ? tr("The &selection: %1 rows").arg(counted(m_selectedRows->size()))
                                        : tr("The &selection: nothing is selected"));
    m_selection->setEnabled(m_selectedRows != nullptr);
    // One selected row is where the reader is, not a choice of what to hand on.
    (m_selectedRows && m_selectedRows->size() > 1 ? m_selection : m_result)->setChecked(true);
    auto *rows = new QWidget;
    auto *layout = new QVBoxLayout(rows);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_result);
    layout->addWidget(m_selection);
    return rows;
}

const std::shared_ptr<const ResultRows> &ExportOptions::rows() const
{
    return m_selection->isChecked() ? m_selectedRows : m_wholeResult;
}

qint64 ExportOptions::rowCount() const
{
    return static_cast<qint64>(rows()->size());
}

ExportFormat ExportOptions::format() const
{
    return static_cast<ExportFormat>(m_format->currentData().toInt());
}

std::vector<Column> ExportOptions::columns() const
{
    switch (static_cast<Choice>(m_columns->currentData().toInt())) {
    case Choice::Shown:
        return m_shownColumns;
    case Choice::Default:
        return defaultColumns();
    case Choice::All:
        break;
    }
    // Without columns NDJSON is whole records, as `trailglass-cli export` writes them.
    return format() == ExportFormat::Ndjson ? std::vector<Column>() : allColumns();
}

ExportPlan ExportOptions::plan() const
{
    return {.rows = rows(),
            .format = format(),
            .columns = columns(),
            .formulaGuard = m_guard->isChecked(),
            .byteOrderMark = m_mark->isChecked()};
}

} // namespace Trailglass
