// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/listedsources.h"

#include "models/query/evaluation/integerconditions.h"
#include "models/query/evaluation/logicalconditions.h"
#include "models/query/evaluation/rowlayout.h"
#include "models/store/schema.h"
#include "models/store/sqlconnection.h"
#include "models/store/storedrow.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace Trailglass {

Result<ConditionPointer> listedOnly(SqlConnection &connection, ConditionPointer condition, RowLayout &layout)
{
    TRY(auto statement, connection.prepare("SELECT id FROM source WHERE name IS NULL ORDER BY id"));
    std::vector<bool> purged;
    TRY(forEachStoredRow(statement, "source", [&purged](StoredRow &row) -> Result<void> {
        const auto next = std::max(StoredRanges::Source.least, static_cast<qint64>(purged.size()));
        const qint64 id = row.number(0, {next, StoredRanges::Source.greatest});
        TRY(row.check());
        purged.resize(static_cast<std::size_t>(id) + 1);
        purged.back() = true;
        return {};
    }));
    if (purged.empty())
        return condition;
    const std::string &source = Schema::valueExpression(Field::Source);
    const auto isPurged = std::make_shared<CodeCondition>(layout.addInteger(source), purged, false);
    return conjunction({negation(isPurged), std::move(condition)});
}

} // namespace Trailglass
