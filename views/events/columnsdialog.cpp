// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/columnsdialog.h"

#include "models/core/text.h"
#include "models/table/celltext.h"
#include "models/table/tablecolumns.h"
#include "views/common/plaintext.h"
#include "views/common/textcolour.h"
#include "views/common/wrappedlabel.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxColumnNoteLines = 4; ///< it quotes what was typed

} // namespace

ColumnsDialog::ColumnsDialog(const std::vector<Column> &shown, QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
    , m_up(new QPushButton(tr("Move &up"), this))
    , m_down(new QPushButton(tr("Move &down"), this))
    , m_typed(new QLineEdit(this))
    , m_add(new QPushButton(tr("&Add"), this))
    , m_problem(new WrappedLabel(MaxColumnNoteLines, this))
    , m_buttons(new QDialogButtonBox(
          QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults, this))
{
    setObjectName("columnsDialog"_L1);
    setWindowTitle(tr("Columns"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_list->setObjectName("columnList"_L1);
    m_list->setAccessibleName(tr("Columns, in order"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_up->setObjectName("moveColumnUp"_L1);
    m_down->setObjectName("moveColumnDown"_L1);
    m_typed->setObjectName("columnPath"_L1);
    m_typed->setPlaceholderText(u"@details.new_value"_s);
    m_typed->setMaxLength(1'000);
    m_add->setObjectName("addColumn"_L1);
    m_add->setAutoDefault(false);
    m_up->setAutoDefault(false);
    m_down->setAutoDefault(false);
    m_problem->setObjectName("columnProblem"_L1);
    TextColour::set(*m_problem, TextMeaning::Error);
    m_problem->hide();
    auto *typedLabel = new QLabel(tr("&JSON path:"), this);
    typedLabel->setBuddy(m_typed);

    auto *layout = new QGridLayout(this);
    layout->addWidget(m_list, 0, 0, 3, 2);
    layout->addWidget(m_up, 0, 2);
    layout->addWidget(m_down, 1, 2);
    layout->addWidget(typedLabel, 3, 0, 1, 2);
    layout->addWidget(m_typed, 4, 0, 1, 2);
    layout->addWidget(m_add, 4, 2);
    layout->addWidget(m_problem, 5, 0, 1, 3);
    layout->addWidget(m_buttons, 6, 0, 1, 3);
    layout->setRowStretch(2, 1);
    resize(420, 520);

    connect(m_up, &QPushButton::clicked, this, [this] { moveCurrent(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveCurrent(1); });
    connect(m_add, &QPushButton::clicked, this, &ColumnsDialog::addTyped);
    connect(m_typed, &QLineEdit::textChanged, this, [this] {
        m_problem->hide();
        updateButtons();
    });
    connect(m_list, &QListWidget::currentRowChanged, this, &ColumnsDialog::updateButtons);
    connect(m_list, &QListWidget::itemChanged, this, &ColumnsDialog::updateButtons);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        // What is typed is meant to be added, also without "Add".
        if (!m_typed->text().isEmpty())
            addTyped();
        if (!m_typed->text().isEmpty())
            return;
        Q_EMIT chosen(columns());
        accept();
    });
    connect(m_buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            [this] { fill(defaultTableColumns()); });
    fill(shown);
    m_list->setFocus();
}

std::vector<Column> ColumnsDialog::columns() const
{
    std::vector<Column> columns;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        if (item->checkState() == Qt::Checked)
            columns.push_back(m_known[item->data(Qt::UserRole).toULongLong()]);
    }
    return columns;
}

void ColumnsDialog::fill(const std::vector<Column> &shown)
{
    m_known.clear();
    m_list->clear();
    for (const Column &column : shown)
        appendColumn(column, true);
    for (const Field field : allFields()) {
        const Column column{field, std::string(name(field))};
        if (std::ranges::find(shown, column) == shown.end())
            appendColumn(column, false);
    }
    m_list->setCurrentRow(0);
    updateButtons();
}

void ColumnsDialog::appendColumn(const Column &column, bool isShown)
{
    auto *item = new QListWidgetItem(shownText(column.title, 200));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                   | Qt::ItemIsDragEnabled);
    item->setCheckState(isShown ? Qt::Checked : Qt::Unchecked);
    item->setData(Qt::UserRole, static_cast<qulonglong>(m_known.size()));
    m_known.push_back(column);
    m_list->addItem(item);
}

void ColumnsDialog::moveCurrent(int by)
{
    const int from = m_list->currentRow();
    QListWidgetItem *item = m_list->takeItem(from);
    m_list->insertItem(from + by, item);
    m_list->setCurrentItem(item);
    updateButtons();
}

void ColumnsDialog::addTyped()
{
    const auto columns = parseColumns(m_typed->text());
    if (!columns) {
        PlainText::show(m_problem, columns.error().message);
        m_problem->show();
        m_typed->setFocus();
        return;
    }
    for (const Column &column : *columns) {
        int row = 0;
        while (row < m_list->count()
               && !(m_known[m_list->item(row)->data(Qt::UserRole).toULongLong()] == column))
            ++row;
        if (row == m_list->count())
            appendColumn(column, true);
        // Ticked, and after the last one that is, not at the end of all that are not shown.
        QListWidgetItem *item = m_list->takeItem(row);
        item->setCheckState(Qt::Checked);
        int place = m_list->count();
        while (place > 0 && m_list->item(place - 1)->checkState() != Qt::Checked)
            --place;
        m_list->insertItem(place, item);
        m_list->setCurrentItem(item);
    }
    m_typed->clear();
}

void ColumnsDialog::updateButtons()
{
    const int row = m_list->currentRow();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
    const bool isTyped = !m_typed->text().isEmpty();
    QPushButton *ok = m_buttons->button(QDialogButtonBox::Ok);
    m_add->setEnabled(isTyped);
    ok->setEnabled(!columns().empty());
    (isTyped ? m_add : ok)->setDefault(true); // Return adds what is typed
}

} // namespace Trailglass

#include "moc_columnsdialog.cpp"
