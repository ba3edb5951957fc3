// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/completionmodel.h"

#include "models/core/combiningmarks.h"
#include "models/core/text.h"
#include "views/common/plaintext.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

QString noteOf(const CompletionValue &value)
{
    return value.count ? QLocale().toString(*value.count) : value.note;
}

QString spoken(const CompletionValue &value)
{
    const QString text = visibleText(value.text);
    if (value.count) {
        return CompletionModel::tr("%1, events: %2", "accessible text of a value")
            .arg(text, QLocale().toString(*value.count));
    }
    return value.note.isEmpty() ? text : QString(text + ", "_L1 + value.note);
}

} // namespace

void CompletionModel::setCandidates(std::vector<CompletionCandidate> candidates, const QString &caption)
{
    if (candidates == m_candidates && caption == m_caption)
        return;
    beginResetModel();
    m_candidates = std::move(candidates);
    m_caption = caption;
    endResetModel();
}

int CompletionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_candidates.size());
}

int CompletionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CompletionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CompletionValue &value = candidate(index.row()).value;
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Text ? withFewMarks(visibleText(value.text)) : noteOf(value);
    case Qt::TextAlignmentRole:
        return index.column() == Note ? QVariant(static_cast<int>(Qt::AlignRight | Qt::AlignVCenter))
                                      : QVariant();
    case Qt::ToolTipRole:
        return PlainText::toolTip(value.text);
    case Qt::AccessibleTextRole:
        return spoken(value);
    default:
        return {};
    }
}

QVariant CompletionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isCaption = orientation == Qt::Horizontal && section == Text && role == Qt::DisplayRole;
    return isCaption ? QVariant(m_caption) : QVariant();
}

} // namespace Trailglass

#include "moc_completionmodel.cpp"
