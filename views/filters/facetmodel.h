// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/filters/facetrows.h"

#include <QAbstractListModel>

#include <unordered_map>
#include <vector>

namespace Trailglass {

/// The values of one field that are in sight, with their counts: FewRows of them, or up to MaxFacetRows,
/// or those that are searched for. A chosen value is always in sight.
///
/// Has the roles of facetroles.h. Nothing is edited here. While the model is held, new counts change no row's
/// place and do not add or remove one.
/// \thread GUI
class FacetModel : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr std::size_t FewRows = 6;
    /// Of more values than these it is worth to look for one.
    static constexpr std::size_t SearchedRows = 2 * FewRows;

    explicit FacetModel(QObject *parent = nullptr);

    void setCounts(FacetCounts counts);
    void setChoice(const Filter::FieldChoice &choice);
    /// Shows only values that hold this, ignoring case, and chosen ones.
    void setSearch(const QString &text);
    /// Up to MaxFacetRows, or FewRows.
    void setAllShown(bool all);
    void setHeld(bool held);
    /// Whether, while held, new counts may give its rows another order: there are as many as before.
    void setRanking(bool mayRank) { m_mayRank = mayRank; }
    /// Until the next counts.
    void setOutdated(bool outdated);

    [[nodiscard]] bool areAllShown() const { return m_allShown; }
    /// Of all values, in sight or not.
    [[nodiscard]] std::size_t countOfAll() const { return m_all.size(); }
    /// The values that would be in sight if all were shown.
    [[nodiscard]] std::size_t hiddenCount() const { return m_hidden; }
    [[nodiscard]] const Filter::FieldValue &value(int row) const;
    /// Every value that events have or had, in sight or not.
    [[nodiscard]] std::vector<Filter::FieldValue> countedValues() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void arrange();
    void show(bool mayMove);
    [[nodiscard]] std::vector<FacetRow> selectedRows();
    [[nodiscard]] std::vector<FacetRow> sameRows() const;
    [[nodiscard]] std::vector<FacetRow> heldRows();
    [[nodiscard]] Qt::CheckState stateOf(const Filter::FieldValue &value) const;

    FacetCounts m_counts;
    Filter::FieldChoice m_choice;
    std::unordered_map<Filter::FieldValue, Qt::CheckState> m_states; ///< of the values of m_choice
    QString m_search;
    bool m_allShown = false;
    bool m_held = false;
    bool m_mayRank = false;
    bool m_outdated = false;
    std::vector<FacetRow> m_all;
    std::vector<FacetRow> m_shown;
    std::size_t m_hidden = 0;
};

} // namespace Trailglass
