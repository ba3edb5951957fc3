// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/changes/changerows.h"
#include "models/filter/edits.h"

#include <QAbstractTableModel>
#include <QMetaType>

#include <memory>
#include <optional>
#include <vector>

namespace Trailglass {

/// The changes that an event tells of, in the rows of changeRows(): name and both sides, or name and one column
/// in which what was stands above what is.
/// \thread GUI
class ChangesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        NameColumn,
        BeforeColumn, ///< inline: the only column for values
        AfterColumn
    };
    enum Role
    {
        KindRole = Qt::UserRole, ///< int of ChangeRow::Kind
        LevelRole, ///< int: how far the name is in
        TextRunsRole, ///< std::vector<ShownTextRun> of the cell
        CutRole, ///< bool: not all of the row's texts is shown
    };

    explicit ChangesModel(QObject *parent = nullptr);

    /// A model reset. Null shows none.
    void setChanges(std::shared_ptr<const EventChanges> changes);
    /// A model reset; starts with ChangeLayout::maxRows rows again.
    void setLayout(bool isInline, bool withSame);
    [[nodiscard]] bool isInline() const { return m_layout.isInline; }
    /// Whether there are more rows than are shown.
    [[nodiscard]] bool isCut() const { return m_rows.isCut; }
    /// What showMore() lays out at most: each row takes time in the view, and a value is whole in text().
    static constexpr std::size_t MaxRows = 5'000;
    [[nodiscard]] bool canShowMore() const;
    /// Shows up to MaxRows. A model reset.
    void showMore();

    /// Where the value of a cell stands in the event.
    /// \returns nothing where it stands nowhere: in a heading, in two compared events
    [[nodiscard]] std::optional<Filter::JsonPath> path(const QModelIndex &index) const;
    /// Whether a cell stands for a value of the JSON.
    [[nodiscard]] bool hasValue(const QModelIndex &index) const { return valueAt(index) != nullptr; }
    /// The whole text of a cell's value as UTF-8.
    [[nodiscard]] std::string text(const QModelIndex &index) const;
    /// What a filter compares it with, as JsonTreeModel::filterValue().
    [[nodiscard]] std::optional<Filter::FieldValue> filterValue(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    void layOut();
    [[nodiscard]] const ChangeRow &rowAt(const QModelIndex &index) const;
    [[nodiscard]] bool isAfterSide(const QModelIndex &index) const;
    [[nodiscard]] const JsonValueView *valueAt(const QModelIndex &index) const;
    [[nodiscard]] const std::vector<ShownTextRun> &runsAt(const QModelIndex &index) const;
    [[nodiscard]] QString nameText(const ChangeRow &row) const;
    [[nodiscard]] QString placeText(const ChangeRow &row) const;
    [[nodiscard]] QString cellText(const QModelIndex &index) const;
    [[nodiscard]] QString accessibleText(const QModelIndex &index) const;

    std::shared_ptr<const EventChanges> m_changes;
    ChangeLayout m_layout;
    ChangeRows m_rows;
};

} // namespace Trailglass

Q_DECLARE_METATYPE(std::vector<Trailglass::ShownTextRun>)
