// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/runtablemodel.h"

#include "models/table/runtext.h"
#include "models/table/timeformatter.h"

#include <QLocale>

namespace Trailglass {

namespace {

bool isNumber(int column)
{
    switch (column) {
    case RunTableModel::DurationColumn:
    case RunTableModel::NewColumn:
    case RunTableModel::RequestsColumn:
    case RunTableModel::RetriesColumn:
    case RunTableModel::WaitedColumn:
        return true;
    default:
        return false;
    }
}

int alignment(int column)
{
    return int(Qt::AlignVCenter | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
}

/// Empty for a run whose figures are not known.
QString figureText(const RunRow &run, int column)
{
    if (!run.figures)
        return {};
    const RunRow::Figures &figures = *run.figures;
    switch (column) {
    case RunTableModel::NewColumn:
        return QLocale().toString(figures.added);
    case RunTableModel::RequestsColumn:
        return QLocale().toString(figures.requests);
    case RunTableModel::RetriesColumn:
        return QLocale().toString(figures.retries);
    case RunTableModel::WaitedColumn:
        return figures.waited > 0 ? durationText(figures.waited) : QString();
    default:
        return {};
    }
}

} // namespace

RunTableModel::RunTableModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_zone(QTimeZone::utc())
{
}

void RunTableModel::setRuns(const QList<RunRow> &runs)
{
    if (m_runs.isEmpty() || runs.isEmpty() || m_runs.first().source != runs.first().source) {
        beginResetModel();
        m_runs = runs;
        endResetModel();
        return;
    }
    // Both lists descend, so that one walk finds what has come, gone and changed.
    int row = 0;
    for (const RunRow &run : runs) {
        while (row < m_runs.size() && m_runs.at(row).number > run.number)
            remove(row);
        if (row == m_runs.size() || m_runs.at(row).number < run.number) {
            insert(row, run);
        } else if (m_runs.at(row) != run) {
            m_runs[row] = run;
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
        ++row;
    }
    while (m_runs.size() > row)
        remove(row);
}

void RunTableModel::insert(int row, const RunRow &run)
{
    beginInsertRows({}, row, row);
    m_runs.insert(row, run);
    endInsertRows();
}

void RunTableModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_runs.removeAt(row);
    endRemoveRows();
}

void RunTableModel::setDisplayZone(const QTimeZone &zone)
{
    m_zone = zone;
    if (!m_runs.isEmpty())
        Q_EMIT dataChanged(index(0, StartedColumn), index(rowCount() - 1, StartedColumn));
}

int RunTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RunRow &run = m_runs.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(run, index.column());
    case Qt::TextAlignmentRole:
        return alignment(index.column());
    case Qt::AccessibleTextRole:
        return index.column() == StartedColumn ? rowText(run) : text(run, index.column());
    default:
        return {};
    }
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StartedColumn:
        return tr("Started");
    case KindColumn:
        return tr("Kind");
    case DurationColumn:
        return tr("Duration");
    case ResultColumn:
        return tr("Result");
    case NewColumn:
        return tr("New events");
    case RequestsColumn:
        return tr("Requests");
    case RetriesColumn:
        return tr("Retries");
    case WaitedColumn:
        return tr("Waited");
    case MessageColumn:
        return tr("Error, warnings");
    default:
        return {};
    }
}

QString RunTableModel::text(const RunRow &run, int column) const
{
    switch (column) {
    case StartedColumn:
        return exactTime(run.started, m_zone);
    case KindColumn:
        return kindText(run.kind);
    case DurationColumn:
        return durationText(run);
    case ResultColumn:
        return stateText(run.state);
    case MessageColumn:
        return messageLines(run).value(0);
    default:
        return figureText(run, column);
    }
}

/// What a screen reader says of a run: the cells that have a text, with their headers.
QString RunTableModel::rowText(const RunRow &run) const
{
    QStringList parts;
    for (int column = 0; column < ColumnCount; ++column) {
        const QString cell = text(run, column);
        if (!cell.isEmpty())
            parts += tr("%1: %2", "header and cell of a table")
                         .arg(headerData(column, Qt::Horizontal).toString(), cell);
    }
    return parts.join(QStringLiteral("; "));
}

} // namespace Trailglass

#include "moc_runtablemodel.cpp"
