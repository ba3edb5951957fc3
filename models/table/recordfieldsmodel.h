// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/field.h"
#include "models/filter/edits.h"

#include <QAbstractTableModel>
#include <QTimeZone>

#include <memory>
#include <vector>

namespace Trailglass {

/// The fields of one event, a row each: name and value, with the place in the raw JSON where the value comes
/// from.
///
/// In the order who, did, what, where, when, ids; `raw` is no row. Fields without a value are left out until
/// showEmpty is set; then they follow the others.
/// Texts are visibleText(), long ones cut.
/// \thread GUI
class RecordFieldsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        NameColumn,
        ValueColumn,
        ColumnCount
    };
    /// The same for both columns of a row.
    enum Role
    {
        FieldRole = Qt::UserRole, ///< int of Field
        TextRole, ///< QString: the whole value unchanged; times as formatTime()
        OriginRole, ///< QString: the `@path` the value was read from; empty if it was not read from one
        EmptyRole, ///< bool: no value
    };
    static constexpr qsizetype DisplayedCharacters = 2'000;

    explicit RecordFieldsModel(QObject *parent = nullptr);

    /// A model reset. Null shows none.
    void setRecord(std::shared_ptr<const EventRecord> record);
    void setDisplayZone(const QTimeZone &zone);
    void setShowEmpty(bool show);
    [[nodiscard]] int emptyCount() const { return static_cast<int>(m_empty.size()); }

    /// \pre valid
    [[nodiscard]] Field field(const QModelIndex &index) const;
    /// Nothing inside where the event has no value.
    /// \pre valid
    [[nodiscard]] Filter::FieldValue value(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        Field field = Field::Source;
        QString origin;
    };

    [[nodiscard]] const Row &rowAt(int row) const;
    [[nodiscard]] QString shownText(Field field) const;
    [[nodiscard]] bool isCut(Field field) const;

    std::shared_ptr<const EventRecord> m_record;
    QTimeZone m_zone = QTimeZone::utc();
    std::vector<Row> m_filled;
    std::vector<Row> m_empty;
    bool m_showEmpty = false;
};

/// A moment in \a zone to the microsecond, for people: `2026-11-20 10:15:00.123456 CET`; with `UTC` in
/// place of the offset where the zone is UTC.
[[nodiscard]] QString preciseTime(UtcMicros time, const QTimeZone &zone);

} // namespace Trailglass
