from dataclasses import dataclass
@dataclass(frozen=True)
class FinderContact: name:str; kind:str; shown:str; href:str
def finder_data(*a): return {}
