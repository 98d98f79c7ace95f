// Explains the codes on the command line, in C++17: explain 0xC004F074 -1073418184
#include <actdiag.h>
#include <cstdint>
#include <iostream>
#include <optional>
#include <string_view>

static std::optional<std::uint32_t> parse(std::string_view word)
{
    std::uint32_t code;
    if (act_parse(word.data(), word.size(), &code))
        return code;
    return std::nullopt;
}

static void explain(std::uint32_t code)
{
    act_class details;
    const act_category category = act_classify(code, &details);
    const char *name = act_name(code);
    std::cout << (name != nullptr ? name : "(no name)")
              << "\n  fault: " << act_category_text(category, ACT_CATEGORY_LABEL, "en")
              << "\n  where to fix it: " << act_side_text(static_cast<act_side>(details.side), "en")
              << '\n';
}

int main(int argc, char **argv)
{
    int status = 0;
    for (int i = 1; i < argc; i++) {
        if (const auto code = parse(argv[i])) {
            explain(*code);
        } else {
            std::cerr << argv[i] << " is not an error code\n";
            status = 2;
        }
    }
    return status;
}
