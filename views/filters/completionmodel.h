// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/filters/completioncandidates.h"

#include <QAbstractTableModel>

namespace Trailglass {

/// What may be chosen to complete a filter: the text on the left, its count or a note on the right. Every
/// text is safe to show. What is to be said of all of it stands in the header.
/// \thread GUI
class CompletionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Text,
        Note,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// \param caption  translated; empty: there is nothing to say of all
    void setCandidates(std::vector<CompletionCandidate> candidates, const QString &caption = {});
    [[nodiscard]] const CompletionCandidate &candidate(int row) const
    {
        return m_candidates[static_cast<std::size_t>(row)];
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    std::vector<CompletionCandidate> m_candidates;
    QString m_caption;
};

} // namespace Trailglass
