// What the oldest PowerShell and .NET that the module runs on have: read from the reference
// assemblies of .NET Framework 4.6.1 and Windows PowerShell 5.1.

using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ActDiag.Tests;

public sealed class OldestMembers
{
    private sealed record Member(string Name, int Parameters, bool HasList);

    private readonly Dictionary<string, List<Member>> _members = [];
    private readonly Dictionary<string, string> _bases = [];

    public OldestMembers(string folder)
    {
        foreach (string path in Directory.GetFiles(folder, "*.dll"))
        {
            using var file = new PEReader(File.OpenRead(path));
            MetadataReader reader = file.GetMetadataReader();
            foreach (TypeDefinitionHandle handle in reader.TypeDefinitions)
            {
                AddType(reader, reader.GetTypeDefinition(handle));
            }
        }
    }

    public int TypeCount => _members.Count;

    public bool HasType(string type) => _members.ContainsKey(type);

    /// <summary>Whether a type or one that it is derived from has a field, property or event.</summary>
    public bool HasProperty(string type, string name) =>
        Any(type, member => member.Parameters < 0 && Same(member, name));

    /// <summary>Whether a method of this name can be called with so many arguments.</summary>
    public bool HasMethod(string type, string name, int arguments) =>
        Any(type, member => Same(member, name) && Takes(member, arguments));

    /// <summary>The same where the type is not known: whether any has such a member.</summary>
    public bool AnyHasProperty(string name) =>
        _members.Values.Any(list => list.Any(member => member.Parameters < 0 && Same(member, name)));

    public bool AnyHasMethod(string name, int arguments) =>
        _members.Values.Any(list => list.Any(
            member => Same(member, name) && Takes(member, arguments)));

    private static bool Same(Member member, string name) =>
        string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase);

    private static bool Takes(Member member, int arguments) =>
        member.Parameters == arguments
        || (member.HasList && arguments >= member.Parameters - 1);

    private bool Any(string type, Func<Member, bool> condition)
    {
        for (string? name = type; name != null; name = _bases.GetValueOrDefault(name))
        {
            if (_members.TryGetValue(name, out List<Member>? members) && members.Any(condition))
            {
                return true;
            }
        }
        return false;
    }

    private void AddType(MetadataReader reader, TypeDefinition type)
    {
        if ((type.Attributes & TypeAttributes.VisibilityMask) != TypeAttributes.Public)
        {
            return;
        }
        string name = reader.GetString(type.Namespace) + "." + reader.GetString(type.Name);
        List<Member> members = _members[name] = [];
        if (!type.BaseType.IsNil && BaseName(reader, type.BaseType) is string baseName)
        {
            _bases[name] = baseName;
        }
        foreach (MethodDefinitionHandle handle in type.GetMethods())
        {
            AddMethod(reader, reader.GetMethodDefinition(handle), members);
        }
        foreach (PropertyDefinitionHandle handle in type.GetProperties())
        {
            string property = reader.GetString(reader.GetPropertyDefinition(handle).Name);
            members.Add(new Member(property, -1, false));
        }
        foreach (FieldDefinitionHandle handle in type.GetFields())
        {
            FieldDefinition field = reader.GetFieldDefinition(handle);
            if ((field.Attributes & FieldAttributes.FieldAccessMask) == FieldAttributes.Public)
            {
                members.Add(new Member(reader.GetString(field.Name), -1, false));
            }
        }
    }

    private static string? BaseName(MetadataReader reader, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                TypeDefinition own = reader.GetTypeDefinition((TypeDefinitionHandle)handle);
                return reader.GetString(own.Namespace) + "." + reader.GetString(own.Name);
            case HandleKind.TypeReference:
                TypeReference other = reader.GetTypeReference((TypeReferenceHandle)handle);
                return reader.GetString(other.Namespace) + "." + reader.GetString(other.Name);
            default:
                return null;
        }
    }

    private static void AddMethod(
        MetadataReader reader, MethodDefinition method, List<Member> members)
    {
        if ((method.Attributes & MethodAttributes.MemberAccessMask) != MethodAttributes.Public)
        {
            return;
        }
        int count = Count(reader.GetBlobReader(method.Signature));
        bool hasList = method.GetParameters().Any(
            parameter => IsList(reader, reader.GetParameter(parameter)));
        string name = reader.GetString(method.Name);
        members.Add(new Member(name == ".ctor" ? "new" : name, count, hasList));
    }

    // A signature begins with its kind, the number of type parameters if it is generic, and the
    // number of parameters.
    private static int Count(BlobReader signature)
    {
        if (signature.ReadSignatureHeader().IsGeneric)
        {
            signature.ReadCompressedInteger();
        }
        return signature.ReadCompressedInteger();
    }

    private static bool IsList(MetadataReader reader, Parameter parameter) =>
        parameter.GetCustomAttributes().Any(handle =>
        {
            EntityHandle constructor = reader.GetCustomAttribute(handle).Constructor;
            EntityHandle type = constructor.Kind == HandleKind.MemberReference
                ? reader.GetMemberReference((MemberReferenceHandle)constructor).Parent
                : reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType();
            return BaseName(reader, type) == "System.ParamArrayAttribute";
        });
}
